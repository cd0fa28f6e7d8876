import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import { hearersOf, signalPost, stepSignal, tellSender, type Hearer } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { Person } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import type { AgendaItem } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { aboutOf, textOf } from './agenda-rows.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { meetingPostKey } from './meeting-keys.js';
import { referenceOf, titleOf, wordingOf } from './meeting-words.js';
import { personalFault } from './personal-words.js';
import { optionalText, ticked } from './typed-text.js';
import { agendaItemId, meetingId, membersOf } from './working-group.js';
import { meetingCards } from './meeting-cards.js';
import { meetingForms } from './meeting-forms.js';

interface NotesFacts extends MeetingFacts {
  /** The point on the card; null when the agenda is empty. */
  readonly item: AgendaItem | null;
  /** The next one that was not treated. */
  readonly following: AgendaItem | null;
  readonly signal: Signal | null;
  readonly hearers: readonly Hearer[];
  readonly members: readonly Person[];
  readonly then: Then;
}

const steps = ['next', 'decide', 'close'] as const;
type Then = (typeof steps)[number];
const longestNotes = 2000;

/**
 * Verslag: what was said about a point, one after the other. Saving marks the point as treated; a signal is then discussed
 * and its sender is told (R19). Errors: `too-long`, `personal`, `perhaps-personal`.
 */
export const recordNotes = action({
  slug: 'record-notes',
  subject: z.object({
    meetingId,
    itemId: agendaItemId.nullish().catch(undefined),
    then: z.enum(steps).catch('close'),
  }),
  fields: z.object({ notes: optionalText(longestNotes), sure: ticked }),
  async load(read, subject): Promise<NotesFacts | Refusal> {
    const facts = await loadMeeting(read, subject.meetingId);
    if (facts === null) return { refused: 'not-found' };
    const { items } = facts;
    const item = items.find(({ id }) => id === subject.itemId) ?? items.find(isOpen) ?? items[0] ?? null;
    const signal = item?.signalId ? (facts.signals.get(item.signalId) ?? null) : null;
    return {
      ...facts,
      item,
      following: item === null ? null : (items.slice(items.indexOf(item) + 1).find(isOpen) ?? null),
      signal,
      hearers: signal === null ? [] : await hearersOf(read, signal),
      members: await membersOf(read),
      then: subject.then,
    };
  },
  may({ meeting, item }, { actor, now }) {
    const refusal = workgroupOnly(actor);
    if (refusal !== null) return refusal;
    if (meeting.state !== 'planned' || item === null) return { refused: 'outdated', show: card({ meeting }) };
    return now < meeting.startsAt ? { refused: 'meeting-to-come', show: card({ meeting }) } : null;
  },
  form(facts, context, { typed, errors }) {
    const { meeting, item, items, following } = facts;
    const { language } = context.actor;
    const say = texts(language);
    if (item === null) throw new Error('no point to write about');
    return {
      meetingId: meeting.id,
      itemId: item.id,
      nextId: following?.id ?? null,
      reference: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      progress: say('meetings.record-notes.progress', { number: items.indexOf(item) + 1, count: items.length }),
      text: plain(textOf(item, facts)),
      about: aboutOf(item, facts, wordingOf(context)),
      asksSure: errors['notes'] === say('meetings.record-notes.errors.perhaps-personal'),
      typed: { notes: typed['notes'] ?? item.notes, sure: typed['sure'] ?? null },
    };
  },
  decide(facts, { notes, sure }, context): Outcome {
    const { meeting, item } = facts;
    if (item === null) return { reply: meetingCards.card.shown({ meetingId: meeting.id }) };
    const fault = notes === null ? null : faultIn(notes, sure, facts, context);
    if (fault !== null)
      return { reply: meetingForms.notes.again({ meetingId: meeting.id, itemId: item.id }, { notes: fault }) };
    const discussed = discuss(facts, context);
    return {
      changes: [{ put: 'agendaItem', row: { ...item, notes, state: 'treated' } }, ...(discussed.changes ?? [])],
      entries: [entry('meeting', meeting.id, 'point-treated', { itemId: item.id }), ...(discussed.entries ?? [])],
      notices: discussed.notices ?? [],
      refresh: [meetingPostKey(meeting.id), ...(discussed.refresh ?? [])],
      reply: afterwards(facts, item),
    };
  },
});

const isOpen = ({ state }: AgendaItem): boolean => state === 'open';

const card = ({ meeting }: Pick<MeetingFacts, 'meeting'>) => meetingCards.card.instead({ meetingId: meeting.id });

/** Those who take part may be named. */
function faultIn(
  notes: string,
  sure: boolean,
  { members, participants }: NotesFacts,
  { calendar, now }: ActionContext,
) {
  const known = [...members, ...participants].map(({ name }) => name);
  return personalFault(notes, calendar.dayOf(now), { known, sure });
}

/** A signal that was treated for the first time: discussed, and the sender hears of it. */
function discuss({ item, signal, hearers }: NotesFacts, { now }: ActionContext): Outcome {
  if (signal === null || item === null || !isOpen(item)) return {};
  const stepped = stepSignal(signal, 'discuss', {}, now);
  if (isRefusal(stepped)) return {};
  return {
    changes: [{ put: 'signal', row: stepped.signal }],
    entries: [entry('signal', signal.id, 'discussed', { meetingId: signal.meetingId })],
    notices: tellSender(signal, 'discussed', hearers),
    refresh: [signalPost(signal.id)],
  };
}

function afterwards(facts: NotesFacts, item: AgendaItem): NonNullable<Outcome['reply']> {
  const { meeting, following, then } = facts;
  if (then === 'decide') return meetingForms.decision.opened({ meetingId: meeting.id, itemId: item.id });
  if (then === 'next' && following !== null)
    return meetingForms.notes.opened({ meetingId: meeting.id, itemId: following.id, then });
  return { ...meetingCards.card.shown({ meetingId: meeting.id }), note: { key: 'done' } };
}
