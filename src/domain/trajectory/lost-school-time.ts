import type { Calendar } from '../calendar.js';
import type { Referral } from '../case/referral.js';
import type { LocalDate } from '../local-date.js';
import type { Trajectory } from './trajectory.js';

/** School time that a pupil lost before a trajectory began. */
export interface LostSchoolTime {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly halfDays: number;
}

/**
 * Half days of school from the first registration of the trail to the start, of a pupil who was not at school then: suspended, absent or
 * not enrolled. Null for others, and before it started.
 */
export function lostSchoolTime(
  { target, presence, enrolment, firstRegisteredAt }: Referral,
  { startedOn }: Pick<Trajectory, 'startedOn'>,
  calendar: Pick<Calendar, 'dayOf' | 'schoolHalfDaysBetween'>,
): LostSchoolTime | null {
  const wasAway = presence === 'problematic-absence' || presence === 'suspended' || enrolment !== 'enrolled';
  if (target !== 'pupil' || !wasAway || startedOn === null) return null;
  const from = calendar.dayOf(firstRegisteredAt);
  return { from, until: startedOn, halfDays: calendar.schoolHalfDaysBetween(from, startedOn) };
}
