import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Change, Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { Person } from '../../domain/organisation.js';
import { entry, type Entry } from '../../domain/timeline/entries.js';
import type { AgendaItem, Decision, Meeting } from '../../domain/workgroup/meeting.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { decisionDueKey, meetingPostKey } from './meeting-keys.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { personalFault } from './personal-words.js';
import { optionalText, ticked } from './typed-text.js';
import { decisionId, membersOf } from './working-group.js';
import { meetingCards } from './meeting-cards.js';
import { meetingForms } from './meeting-forms.js';

interface SettleFacts {
  readonly decision: Decision;
  readonly meeting: Meeting | null;
  /** Where it stands on the agenda of a meeting to come. */
  readonly points: readonly AgendaItem[];
  readonly members: readonly Person[];
  /** What this press says; null when the form is only opened. */
  readonly pressed: string | null;
}

const results = ['done', 'dropped'] as const;

/**
 * Besluit afronden: done or dropped, with a word about it; it does not come back then (R19). Errors: `result-missing`,
 * `report-missing` (why it was dropped), `too-long`, `personal`, `perhaps-personal`.
 */
export const settleDecision = action({
  slug: 'settle-decision',
  subject: z.object({ decisionId, result: z.string().optional().catch(undefined) }),
  fields: z.object({ result: z.enum(results, { error: 'result-missing' }), report: optionalText(500), sure: ticked }),
  async load(read, subject): Promise<SettleFacts | Refusal> {
    const decision = await read.decision(subject.decisionId);
    if (decision === null) return { refused: 'not-found' };
    const planned = await read.meetings(['planned']);
    const agendas = await Promise.all([null, ...planned.map(({ id }) => id)].map((id) => read.agendaItems(id)));
    return {
      decision,
      meeting: await read.meeting(decision.meetingId),
      points: agendas.flat().filter((item) => item.decisionId === decision.id && item.state === 'open'),
      members: await membersOf(read),
      pressed: subject.result ?? null,
    };
  },
  may: ({ decision, pressed }, { actor }) =>
    workgroupOnly(actor) ??
    (decision.state === 'open' || decision.state === pressed ? null : { refused: 'outdated', show: list }),
  form({ decision, meeting }, { actor: { language }, calendar, now }, { typed, errors }) {
    const say = texts(language);
    return {
      decisionId: decision.id,
      reference: meeting === null ? null : `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      text: plain(decision.text),
      owner: plain(decision.ownerName),
      due: decision.dueOn === null ? null : day(decision.dueOn, language, calendar.dayOf(now)),
      asksSure: errors['report'] === say('meetings.settle-decision.errors.perhaps-personal'),
      typed: { result: typed['result'] ?? null, report: typed['report'] ?? null, sure: typed['sure'] ?? null },
    };
  },
  decide(facts, { result, report, sure }, context): Outcome {
    const { decision, points } = facts;
    if (decision.state !== 'open') return { reply: meetingCards.decisions.shown({}) };
    const fault = report === null ? null : faultIn(report, sure, facts, context);
    const error = fault ?? (result === 'dropped' && report === null ? 'report-missing' : null);
    if (error !== null) return { reply: meetingForms.settle.again({ decisionId: decision.id }, { report: error }) };
    const dropped = points.map((row): Change => ({ put: 'agendaItem', row: { ...row, state: 'dropped' } }));
    return {
      changes: [{ put: 'decision', row: { ...decision, state: result, report } }, ...dropped],
      entries: [
        entry('meeting', decision.meetingId, 'decision-closed', { decisionId: decision.id, result }),
        ...points.flatMap(pointDropped),
      ],
      settled: [decisionDueKey(decision.id)],
      refresh: points.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingPostKey(meetingId)])),
      reply: { ...meetingCards.decisions.shown({}), note: { key: 'done' } },
    };
  },
});

const list = meetingCards.decisions.instead({});

const pointDropped = ({ id, meetingId }: AgendaItem): Entry[] =>
  meetingId === null ? [] : [entry('meeting', meetingId, 'point-dropped', { itemId: id })];

function faultIn(report: string, sure: boolean, { members, decision }: SettleFacts, { calendar, now }: ActionContext) {
  const known = [...members.map(({ name }) => name), decision.ownerName];
  return personalFault(report, calendar.dayOf(now), { known, sure });
}
