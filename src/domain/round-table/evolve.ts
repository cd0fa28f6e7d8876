import { folding } from '../case/aggregate.js';
import { withReminder } from '../appointment/reminders.js';
import type { RoundTableAppointment, Slot } from './appointment.js';
import type { RoundTableEvent } from './events.js';
import type { RoundTable } from './round-table.js';

/** Into a state: what it knows, since when; nobody was reminded in it yet. */
const enter = (table: RoundTable, event: RoundTableEvent, into: Partial<RoundTable>): RoundTable =>
  ({ ...table, ...into, since: event.at, nudges: 0 }) as RoundTable;

/** An appointment at another slot: calendars take it for a newer one. */
const setAt = (
  slot: Slot,
  { at, side }: RoundTableEvent,
  before: RoundTableAppointment | null,
): RoundTableAppointment => ({
  ...slot,
  sequence: before === null ? 0 : before.sequence + 1,
  setAt: at,
  setBy: side,
  reminded: before?.reminded ?? [],
  askedAt: null,
});

/** Called off, with the next number: calendars take it away. */
const calledOff = ({ appointment }: RoundTable, { at }: RoundTableEvent): RoundTableAppointment | null =>
  appointment === null ? null : { ...appointment, sequence: appointment.sequence + 1, setAt: at };

const leave = (table: RoundTable, event: RoundTableEvent, planBy: Date | null): RoundTable =>
  enter(table, event, {
    state: planBy === null ? 'dropped' : 'to-plan',
    planBy,
    appointment: calledOff(table, event),
  } as Partial<RoundTable>);

/** The next round table after something happened. Pure. */
export function evolveRoundTable(before: RoundTable | null, event: RoundTableEvent, id?: RoundTable['id']): RoundTable {
  if (event.name === 'wanted') {
    const own = before?.id ?? id;
    if (own === undefined) throw new Error('a round table that is wanted has an id');
    const { facts, organiser, planBy } = event.data;
    const kept = { organiser, wantedAt: event.at, since: event.at, nudges: 0, version: 0 };
    return { ...facts, ...kept, id: own, state: 'to-plan', planBy, appointment: null };
  }
  if (before === null) throw new Error(`no round table was wanted before ${event.name}`);
  switch (event.name) {
    case 'handed-over':
      return enter(before, event, event.data);
    case 'planned':
    case 'moved':
      return enter(before, event, {
        state: 'planned',
        planBy: null,
        appointment: setAt(event.data, event, before.appointment),
      });
    case 'cancelled':
    case 'not-held':
      return leave(before, event, event.data.planBy);
    case 'dropped':
      return leave(before, event, null);
    case 'reminded':
      return before.appointment === null
        ? before
        : ({ ...before, appointment: withReminder(before.appointment, event.data.which) } as RoundTable);
    case 'asked':
      return before.appointment === null
        ? before
        : ({ ...before, appointment: { ...before.appointment, askedAt: event.at }, nudges: 0 } as RoundTable);
    case 'held':
      return enter(before, event, { state: 'held' });
    case 'followed-up':
      return { ...before, nudges: before.nudges + 1 };
  }
}

/** The round table after several events, oldest first. */
export const foldRoundTable = folding(evolveRoundTable);
