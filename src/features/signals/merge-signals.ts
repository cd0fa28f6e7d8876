import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import { isRefusal, type Change, type Outcome, type Refusal } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { signalCards, signalPost, stepSignal, tellSender } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { PersonId } from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
import { entry } from '../../domain/timeline/entries.js';
import { signalAfter, type Signal } from '../../domain/workgroup/signal.js';
import { signalText } from '../../texts/signal-words.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { loadPoints, offTheAgenda, type Points } from './agenda-points.js';
import { loadStepping, ofSignal, presentState, type Stepping } from './signal-facts.js';
import { signalForms } from '../../contracts/signal-forms.js';

interface MergeFacts extends Stepping, Points {
  /** With which it can go, newest first. */
  readonly candidates: readonly Signal[];
  /** Those that were merged into it before: they go along. */
  readonly children: readonly Signal[];
  readonly supporters: readonly PersonId[];
}

const most = 60;

/** Still on their way; a signal of an agenda goes only with another of that agenda, so that its point is not lost. */
async function candidatesFor(read: Read, signal: Signal): Promise<Signal[]> {
  const states =
    signal.state === 'on-agenda' ? (['on-agenda'] as const) : (['new', 'on-agenda', 'discussed', 'delivered'] as const);
  const found = await read.signals({ states, limit: most });
  return found.filter(
    ({ id, meetingId }) => id !== signal.id && (signal.state !== 'on-agenda' || meetingId === signal.meetingId),
  );
}

/**
 * Samenvoegen: a signal about the same goes into another. Its votes go along, its sender and those of the signals that
 * were merged into it before keep hearing (R19). Errors: `into-missing`, `into-gone`.
 */
export const mergeSignals = action({
  slug: 'merge-signals',
  subject: ofSignal,
  fields: z.object({ into: z.string({ error: 'into-missing' }).min(1, { error: 'into-missing' }) }),
  async load(read, { signalId }): Promise<MergeFacts | Refusal> {
    const stepping = await loadStepping(read, signalId);
    if (isRefusal(stepping)) return stepping;
    return {
      ...stepping,
      candidates: await candidatesFor(read, stepping.signal),
      children: await read.signals({ mergedInto: signalId }),
      supporters: (await read.votes([signalId])).get(signalId) ?? [],
      points: await loadPoints(read, stepping.signal),
    };
  },
  may: ({ signal }, { actor }) => workgroupOnly(actor) ?? mayMerge(signal),
  form: ({ signal, candidates }, { actor: { language } }, { typed }) => {
    const say = texts(language);
    return {
      signalId: signal.id,
      reference: say('signals.lines.reference', { reference: signal.reference }),
      text: plain(signalText(language, signal)),
      why: say(`signals.merge-signals.${signal.state === 'on-agenda' ? 'why-agenda' : 'why'}`),
      choices:
        candidates.length === 0
          ? null
          : candidates.map((one) => ({ title: choiceOf(one, language), value: one.id as string })),
      none: candidates.length === 0 ? say('signals.merge-signals.none') : null,
      typed: { into: typed['into'] ?? null },
    };
  },
  decide,
});

/** Merged already is not refused: the same press came twice. */
const mayMerge = (signal: Signal): Refusal | null =>
  signal.state === 'merged' || signalAfter(signal.state, 'merge') !== null
    ? null
    : { refused: 'outdated', show: signalCards.card.instead({ signalId: signal.id }) };

const shown = 70;

function choiceOf(signal: Signal, language: Language): string {
  const text = signalText(language, signal).replace(/\s+/g, ' ');
  return `${signal.reference} · ${text.length > shown ? `${text.slice(0, shown).trimEnd()}…` : text}`;
}

function decide(facts: MergeFacts, { into }: { readonly into: string }, { now }: ActionContext): Outcome | Refusal {
  const { signal, hearers, points } = facts;
  if (signal.state === 'merged') return { reply: presentState(signal) };
  const target = facts.candidates.find(({ id }) => id === into);
  if (target === undefined) return { reply: signalForms.merge.again({ signalId: signal.id }, { into: 'into-gone' }) };
  const stepped = stepSignal(signal, 'merge', { mergedInto: target.id }, now);
  if (isRefusal(stepped)) return stepped;
  const agenda = offTheAgenda(points);
  return {
    changes: [{ put: 'signal', row: stepped.signal }, ...movedAlong(facts, target, now), ...agenda.changes],
    entries: [
      entry('signal', signal.id, 'merged', { into: target.id }),
      entry('signal', target.id, 'joined', { from: signal.id }),
      ...agenda.entries,
    ],
    notices: tellSender(signal, 'merged', hearers),
    refresh: [signalPost(signal.id), signalPost(target.id), ...agenda.refresh],
    reply: presentState(target),
  };
}

/** The target is stored too: when it goes elsewhere at the same moment, one of both decides again. */
const movedAlong = ({ signal, children, supporters }: MergeFacts, target: Signal, now: Date): Change[] => [
  { put: 'signal', row: { ...target, updatedAt: now } },
  ...children.map((child): Change => ({ put: 'signal', row: { ...child, mergedInto: target.id } })),
  ...supporters.flatMap((personId): Change[] => [
    { put: 'vote', row: { subjectId: target.id, personId } },
    { end: 'vote', row: { subjectId: signal.id, personId } },
  ]),
];
