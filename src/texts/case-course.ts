import { termOfRoundTable } from '../domain/round-table/clocks.js';
import type { RoundTable } from '../domain/round-table/round-table.js';
import { isStepDue, isTooOftenAbsent } from '../domain/trajectory/clocks.js';
import { owedMessages } from '../domain/trajectory/school-message.js';
import type { Trajectory } from '../domain/trajectory/trajectory.js';
import { dayOfAppointment, type Wording } from './appointment-words.js';
import { day, moment } from './format.js';
import { texts } from './index.js';

type Side = 'clb' | 'provider' | 'desk';

/** What hangs on a referral with a place, or that had one. */
interface Course {
  readonly roundTable: RoundTable | null;
  readonly trajectory: Trajectory | null;
}

/** How the round table or the trajectory of a referral stands for one side, in a few words; null where there is none to tell of. */
export function courseOf({ roundTable, trajectory }: Course, side: Side, wording: Wording): string | null {
  const course =
    trajectory === null || tableAsks(roundTable, wording) ? null : trajectoryStands(trajectory, side, wording);
  return course ?? (roundTable === null ? null : roundTableStands(roundTable, wording));
}

/** How its trajectory stands; null as long as the round table says more. */
function trajectoryStands(one: Trajectory, side: Side, { language, calendar, now }: Wording): string | null {
  const { state } = one;
  const say = texts(language);
  if (owedMessages(one, side).length > 0 && !isStepDue(one, now)) return say(`school.on-list.${side}`);
  if (state === 'closed' || state === 'dropped') return null;
  if (side === 'desk' && isTooOftenAbsent(one)) return say('trajectory.on-list.absent', { count: one.absentRow });
  if (isStepDue(one, now)) return say(`trajectory.on-list.ask-${state}`);
  const on = (at: string): string => day(at, language, calendar.dayOf(now));
  if (state === 'awaited') return null;
  return state === 'started'
    ? say('trajectory.on-list.started', { on: on(one.startedOn) })
    : say('trajectory.on-list.paused', { by: on(calendar.dayOf(one.nextBy)) });
}

/** Whether the round table asks something now: that stands before how the trajectory goes. */
const tableAsks = (table: RoundTable | null, { now, calendar }: Wording): boolean =>
  table !== null && termOfRoundTable(table, now, calendar) !== null;

/** A place: how its round table stands. */
function roundTableStands(table: RoundTable, context: Wording): string {
  const say = texts(context.language);
  if (table.state === 'to-plan' || table.appointment === null) return say('round-table.on-list.to-plan');
  const isPast = table.state === 'planned' && table.appointment.startsAt <= context.now;
  const key = table.state === 'held' ? 'held' : isPast ? 'was-it' : 'planned';
  return say(`round-table.on-list.${key}`, {
    day: dayOfAppointment(table.appointment, context),
    when: moment(table.appointment.startsAt, context.language, context.now),
  });
}
