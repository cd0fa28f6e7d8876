import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { lostSchoolTime } from '../../../domain/trajectory/lost-school-time.js';
import { currentTrajectory } from '../../../domain/trajectory/trajectory.js';
import { shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';

/** `Zonder school van 16 nov. tot de start op 5 jan.: 54 halve dagen.`, and what was counted; null where nothing was lost. */
export function lostLine(
  { referral, trajectories }: Pick<CaseFacts, 'referral' | 'trajectories'>,
  { language, calendar, now }: ViewContext,
): string | null {
  const trajectory = currentTrajectory(trajectories);
  const lost = trajectory === null ? null : lostSchoolTime(referral, trajectory, calendar);
  if (lost === null) return null;
  const told = (day: string): string => shortDay(day, language, calendar.dayOf(now));
  return texts(language)('trajectory.words.lost-line', {
    from: told(lost.from),
    until: told(lost.until),
    halfDays: lost.halfDays,
  });
}
