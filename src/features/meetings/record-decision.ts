import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { optionalDay } from '../../contracts/typed-day.js';
import type { DecisionId, PersonId } from '../../domain/ids.js';
import type { Person } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import type { AgendaItem, Decision } from '../../domain/workgroup/meeting.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { textOf } from './agenda-rows.js';
import { decisionDues } from './decision-dues.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { meetingPostKey } from './meeting-keys.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { personalFault } from './personal-words.js';
import { longestPoint, optionalText, requiredText, ticked } from './typed-text.js';
import { agendaItemId, meetingId, membersOf } from './working-group.js';
import { meetingCards } from './meeting-cards.js';
import { meetingForms } from './meeting-forms.js';

interface DecisionFacts extends MeetingFacts {
  readonly item: AgendaItem | null;
  /** The point after it that was not treated: where the minutes go on. */
  readonly following: AgendaItem | null;
  /** Who can own it: the members, and who takes part with an account. */
  readonly owners: readonly { readonly id: PersonId; readonly name: string }[];
}

const fields = z.object({
  text: requiredText(longestPoint, 'text-missing'),
  ownerId: z.string().optional(),
  ownerName: optionalText(80),
  dueOn: optionalDay,
  sure: ticked,
});
type Fields = z.output<typeof fields>;

/**
 * Besluit noteren: what was decided, who does it, by when; it comes back on the next agenda as long as it is open (R19).
 * Errors: `text-missing`, `too-long`, `personal`, `perhaps-personal`, `owner-missing`, `date-unreadable`, `no-such-date`,
 * `date-passed`.
 */
export const recordDecision = action({
  slug: 'record-decision',
  subject: z.object({ meetingId, itemId: agendaItemId.nullish().catch(undefined) }),
  fields,
  async load(read, subject): Promise<DecisionFacts | Refusal> {
    const facts = await loadMeeting(read, subject.meetingId);
    if (facts === null) return { refused: 'not-found' };
    const { items } = facts;
    const item = items.find(({ id }) => id === subject.itemId) ?? null;
    const following = items.slice(item === null ? 0 : items.indexOf(item) + 1).find(({ state }) => state === 'open');
    return { ...facts, item, following: following ?? null, owners: ownersOf(await membersOf(read), facts) };
  },
  may({ meeting }, { actor, now }) {
    const refusal = workgroupOnly(actor);
    if (refusal !== null) return refusal;
    if (meeting.state !== 'planned') return { refused: 'outdated', show: card({ meeting }) };
    return now < meeting.startsAt ? { refused: 'meeting-to-come', show: card({ meeting }) } : null;
  },
  form(facts, { actor: { language } }, { typed, errors }) {
    const { meeting, item, owners } = facts;
    const say = texts(language);
    return {
      meetingId: meeting.id,
      itemId: item?.id ?? null,
      reference: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      about: item === null ? null : say('meetings.record-decision.about', { text: plain(textOf(item, facts)) }),
      owners: owners.map(({ id, name }) => ({ title: name, value: id as string })),
      asksSure: errors['text'] === say('meetings.record-decision.errors.perhaps-personal'),
      typed: Object.fromEntries(Object.keys(fields.shape).map((name) => [name, typed[name] ?? null])),
    };
  },
  decide(facts, typed, context): Outcome {
    const { meeting, item, decisions } = facts;
    const errors = errorsIn(facts, typed, context);
    if (errors !== null)
      return { reply: meetingForms.decision.again({ meetingId: meeting.id, itemId: item?.id ?? null }, errors) };
    const reply = afterwards(facts);
    if (decisions.some((one) => one.text === typed.text && one.agendaItemId === (item?.id ?? null))) return { reply };
    const row = decisionOf(facts, typed, context);
    return {
      changes: [{ put: 'decision', row }],
      entries: [entry('meeting', meeting.id, 'decision-made', { decisionId: row.id, dueOn: row.dueOn })],
      dues: decisionDues(row, context.now, context.calendar),
      refresh: [meetingPostKey(meeting.id)],
      reply,
    };
  },
});

const card = ({ meeting }: Pick<MeetingFacts, 'meeting'>) => meetingCards.card.instead({ meetingId: meeting.id });

function ownersOf(members: readonly Person[], { participants }: MeetingFacts): DecisionFacts['owners'] {
  const people = participants.flatMap(({ personId, name }) => (personId === null ? [] : [{ id: personId, name }]));
  const all = new Map([...people, ...members].map(({ id, name }) => [id, name]));
  return [...all].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

function errorsIn({ owners, participants }: DecisionFacts, typed: Fields, { calendar, now }: ActionContext) {
  const today = calendar.dayOf(now);
  const known = [...owners, ...participants].map(({ name }) => name);
  const fault = personalFault(typed.text, today, { known, sure: typed.sure });
  const hasOwner = typed.ownerName !== null || owners.some(({ id }) => id === typed.ownerId);
  const errors = {
    ...(fault === null ? {} : { text: fault }),
    ...(hasOwner ? {} : { ownerId: 'owner-missing' }),
    ...(typed.dueOn !== null && typed.dueOn < today ? { dueOn: 'date-passed' } : {}),
  };
  return Object.keys(errors).length === 0 ? null : errors;
}

/** Who was chosen from the list owns it; a name that was typed only when nobody was. */
function decisionOf(facts: DecisionFacts, typed: Fields, { now, newId }: ActionContext): Decision {
  const owner = facts.owners.find(({ id }) => id === typed.ownerId);
  return {
    id: newId<DecisionId>(),
    meetingId: facts.meeting.id,
    agendaItemId: facts.item?.id ?? null,
    text: typed.text,
    ownerId: owner?.id ?? null,
    ownerName: owner?.name ?? typed.ownerName ?? '',
    dueOn: typed.dueOn,
    state: 'open',
    report: null,
    createdAt: now,
    version: 0,
  };
}

/** From the minutes, on to the next point; otherwise back to the meeting. */
function afterwards({ meeting, item, following }: DecisionFacts): NonNullable<Outcome['reply']> {
  const note = { key: 'decision-kept' };
  if (item !== null && following !== null)
    return { ...meetingForms.notes.opened({ meetingId: meeting.id, itemId: following.id, then: 'next' }), note };
  return { ...meetingCards.card.shown({ meetingId: meeting.id }), note };
}
