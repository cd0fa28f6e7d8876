import type { CaseMessage } from '../case/posts.js';
import { isReminder } from '../case/reminders.js';
import { roundTableCards, type RoundTableNews } from './cards.js';
import { otherOf } from './decide.js';
import type { RoundTableEvent, RoundTableEventName } from './events.js';
import { roundTablePost, threadOf } from './posts.js';
import { organisers, type Organiser, type RoundTable } from './round-table.js';

/** Who is told: nobody, the side that did not do it, both, or whoever organises. */
type Hears = 'nobody' | 'other' | 'both' | 'organiser';

/** Who hears of what in its own thread. An event that is not in here does not compile. */
const tells: Readonly<Record<RoundTableEventName, Hears>> = {
  // The post of the referral says what is to be done.
  wanted: 'nobody',
  'handed-over': 'other',
  // A first moment is told by its card; a next one by a message.
  planned: 'nobody',
  moved: 'other',
  cancelled: 'other',
  reminded: 'both',
  // Its own card asks it.
  asked: 'nobody',
  held: 'nobody',
  'not-held': 'other',
  'followed-up': 'nobody',
  dropped: 'both',
};

function sidesOf(hears: Hears, { side }: RoundTableEvent, { organiser }: RoundTable): readonly Organiser[] {
  if (hears === 'nobody') return [];
  if (hears === 'organiser') return [organiser];
  const actor = organisers.find((one) => one === side);
  return hears === 'both' || actor === undefined ? organisers : [otherOf(actor)];
}

/** An event happens once to one version: its message has one key for ever. */
const keyOf = (table: RoundTable, side: Organiser | 'desk', what: string): string =>
  `round-table:${table.id}:update:${side}:${what}:${table.version}`;

const startOf = (table: RoundTable | null): string | null => table?.appointment?.startsAt.toISOString() ?? null;

function news(
  before: RoundTable | null,
  after: RoundTable,
  side: Organiser | 'desk',
  what: RoundTableNews,
): CaseMessage {
  const is = after.state === 'planned' ? startOf(after) : null;
  return {
    key: keyOf(after, side, what),
    ...roundTableCards.update.with({ roundTableId: after.id, what, was: startOf(before), is }),
    to: side === 'desk' ? { desk: true } : { under: threadOf(after, side) },
    mention: side === 'clb' ? after.referrerId : null,
    living: isReminder(what),
    receipt: null,
  };
}

/** What the desk planned in somebody's name, it hears of when others change it. */
const ofDesk: readonly RoundTableEventName[] = ['planned', 'moved', 'cancelled', 'not-held', 'dropped'];
const tellsDesk = ({ name, side }: RoundTableEvent, before: RoundTable | null): boolean =>
  ofDesk.includes(name) && side !== 'desk' && before?.appointment?.setBy === 'desk';

/** The question how it went: the card of the round table once more, low in the thread, at whoever organises. It becomes its answer. */
const question = (table: RoundTable): CaseMessage => ({
  key: `${roundTablePost(table.id, table.organiser)}:asked:${table.appointment?.sequence ?? 0}`,
  ...roundTableCards.card.with({ roundTableId: table.id, side: table.organiser }),
  to: { under: threadOf(table, table.organiser) },
  mention: table.organiser === 'clb' ? table.referrerId : null,
  living: true,
  receipt: null,
});

/** What was told of it once: nobody knew of a round table that was never planned. */
const wasKnown = (table: RoundTable | null): boolean => table !== null && table.appointment !== null;

/** Every message that follows from one event, once. Pure. */
export function messagesForRoundTable(
  event: RoundTableEvent,
  before: RoundTable | null,
  after: RoundTable,
): CaseMessage[] {
  if (event.name === 'asked') return [question(after)];
  if (event.name === 'followed-up') {
    const { owner } = event.data;
    const side = organisers.find((one) => one === owner);
    return side === undefined
      ? []
      : [news(before, after, side, after.state === 'planned' ? 'left-planned' : 'left-to-plan')];
  }
  if (event.name === 'dropped' && before?.state !== 'planned') return [];
  const hears = event.name === 'planned' && wasKnown(before) ? 'other' : tells[event.name];
  const sides = [...sidesOf(hears, event, after), ...(tellsDesk(event, before) ? (['desk'] as const) : [])];
  return sides.map((side) => news(before, after, side, event.name));
}
