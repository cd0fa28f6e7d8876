import { remindersAhead, type ReminderPlan } from '../appointment/reminders.js';
import type { Calendar } from '../calendar.js';
import { mostNudges, type NextStep } from '../case/clocks.js';
import type { RoundTableId } from '../ids.js';
import { jobTo } from '../reference-to.js';
import type { RoundTable } from './round-table.js';

/** Why the program looks at a round table: to remind of it, to ask how it went, to see whether it stays where it is. */
export const roundTableWakes = ['remind', 'ask', 'follow-up'] as const;
export type RoundTableWake = (typeof roundTableWakes)[number];

export const roundTableJobs = {
  wake: jobTo<{ readonly roundTableId: RoundTableId; readonly what: RoundTableWake }>('wake-round-table'),
} as const;

/** A moment at which the program looks at a round table again. */
export type RoundTableClock = ReturnType<typeof roundTableJobs.wake.at>;

/** Key of a clock of a round table. */
export const wakeKey = (id: string, what: RoundTableWake): string => `round-table:${id}:${what}`;

/** A working day of the desk is 390 minutes. */
const workingDay = 390;
/** Working time in which a round table is to be planned. */
const planningMinutes = 5 * workingDay;
/** Working time after which whoever is to act is reminded again. */
const patience = 3 * workingDay;

/** People are reminded the day before at nine, on whatever day that is: a round table on Monday is told on Sunday. */
const plan: ReminderPlan<'day-before'> = [
  {
    which: 'day-before',
    at: (startsAt, days) => days.at(days.dayOf(new Date(days.at(days.dayOf(startsAt), 12, 0).getTime() - dayMs)), 9, 0),
  },
];
const dayMs = 86_400_000;

/** Until when a round table that is asked for now is to be planned. */
export const planByFrom = (now: Date, calendar: Calendar): Date => calendar.addWorkingMinutes(now, planningMinutes);

/** The morning after: was it held? */
export const askAt = ({ appointment }: RoundTable<'planned'>, calendar: Calendar): Date =>
  calendar.at(calendar.addDays(calendar.dayOf(appointment.endsAt), 1), 9, 0);

/** Who is expected to act next and by when; null for what is over. Before the moment itself nobody has to. */
export function nextStepOfRoundTable(table: RoundTable, calendar: Calendar): NextStep | null {
  if (table.state === 'held' || table.state === 'dropped') return null;
  const owner = table.nudges === 0 ? table.organiser : 'desk';
  if (table.state === 'to-plan')
    return { owner, by: calendar.addWorkingMinutes(table.planBy, table.nudges * patience) };
  const { askedAt } = table.appointment;
  return askedAt === null
    ? { owner: 'clock', by: askAt(table, calendar) }
    : { owner, by: calendar.addWorkingMinutes(askedAt, (table.nudges + 1) * patience) };
}

/** Until when its organiser is to plan it, or to say whether it was held; null when nothing is asked. */
export function termOfRoundTable(table: RoundTable, now: Date, calendar: Calendar): Date | null {
  if (table.state === 'to-plan') return table.planBy;
  if (table.state !== 'planned' || table.appointment.startsAt > now) return null;
  return calendar.addWorkingMinutes(table.appointment.askedAt ?? askAt(table, calendar), patience);
}

const wake = ({ id }: RoundTable, what: RoundTableWake, at: Date): RoundTableClock =>
  roundTableJobs.wake.at(at, wakeKey(id, what), { roundTableId: id, what });

/** Every clock that should be running for a round table, and no other. Pure: the platform stores the difference. */
export function clocksOfRoundTable(table: RoundTable, calendar: Calendar): RoundTableClock[] {
  const next = nextStepOfRoundTable(table, calendar);
  if (next === null) return [];
  const followUp = table.nudges < mostNudges ? [wake(table, 'follow-up', next.by)] : [];
  if (table.state !== 'planned') return followUp;
  // Asked how it went: that it was to come is told no more, also when the program was down at that moment.
  if (table.appointment.askedAt !== null) return followUp;
  const reminders = remindersAhead(plan, table.appointment, table.appointment.setAt, calendar);
  return [...reminders.map(({ at }) => wake(table, 'remind', at)), wake(table, 'ask', next.by)];
}

/** Whether the reminder is to be told now: its day is there and the moment itself is still to come. */
export const isReminderDue = ({ appointment }: RoundTable<'planned'>, now: Date, calendar: Calendar): boolean =>
  now < appointment.startsAt &&
  remindersAhead(plan, appointment, appointment.setAt, calendar).some(({ at }) => at <= now);
