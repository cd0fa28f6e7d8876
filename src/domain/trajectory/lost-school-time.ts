import type { Calendar } from '../calendar.js';
import type { Referral } from '../case/referral.js';
import type { LocalDate } from '../local-date.js';
import type { Trajectory } from './trajectory.js';

/** School time that a pupil lost before a trajectory began, or until now. */
export interface LostSchoolTime {
  readonly from: LocalDate;
  /** Not counted. */
  readonly until: LocalDate;
  readonly halfDays: number;
}

type Around = Pick<Calendar, 'dayOf' | 'schoolHalfDaysBetween'>;

/** A pupil who was not at school when referred: suspended, absent or not enrolled. */
const wasAway = ({ target, presence, enrolment }: Referral): boolean =>
  target === 'pupil' && (presence === 'problematic-absence' || presence === 'suspended' || enrolment !== 'enrolled');

function lostUntil(referral: Referral, until: LocalDate, calendar: Around): LostSchoolTime | null {
  if (!wasAway(referral)) return null;
  const from = calendar.dayOf(referral.firstRegisteredAt);
  return { from, until, halfDays: calendar.schoolHalfDaysBetween(from, until) };
}

/**
 * Half days of school from the first registration of the trail to the start, of a pupil who was not at school then. Null for others,
 * and before it started.
 */
export const lostSchoolTime = (
  referral: Referral,
  { startedOn }: Pick<Trajectory, 'startedOn'>,
  calendar: Around,
): LostSchoolTime | null => (startedOn === null ? null : lostUntil(referral, startedOn, calendar));

/** Those until now, of a pupil who still waits for a start: today is not counted yet. Null where none were lost. */
export function lostSoFar(referral: Referral, now: Date, calendar: Around): LostSchoolTime | null {
  const lost = lostUntil(referral, calendar.dayOf(now), calendar);
  return lost === null || lost.halfDays === 0 ? null : lost;
}
