import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { isOpen } from '../../../domain/case/states.js';
import { lostSchoolTime, lostSoFar } from '../../../domain/trajectory/lost-school-time.js';
import { currentTrajectory } from '../../../domain/trajectory/trajectory.js';
import { shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';

type Told = Pick<CaseFacts, 'referral' | 'trajectories' | 'trail'>;

/**
 * `Zonder school van 16 nov. tot de start op 5 jan.: 54 halve dagen.`, and what was counted. Before the start
 * `Zonder school sinds 16 nov.: 18 halve dagen, geteld op 30 nov.`: a post stands for days, so it says of when its number is. Null
 * where nothing was lost.
 */
export function lostLine(facts: Told, context: ViewContext): string | null {
  const { language, calendar, now } = context;
  const trajectory = currentTrajectory(facts.trajectories);
  if (trajectory === null || trajectory.startedOn === null) return soFarLine(facts, context);
  const lost = lostSchoolTime(facts.referral, trajectory, calendar);
  if (lost === null) return null;
  const told = (day: string): string => shortDay(day, language, calendar.dayOf(now));
  return texts(language)('trajectory.words.lost-line', {
    from: told(lost.from),
    until: told(lost.until),
    halfDays: lost.halfDays,
  });
}

/** Of who still waits for a start; not of a pupil who had a trajectory since the first registration. */
function soFarLine({ referral, trail }: Told, { language, calendar, now }: ViewContext): string | null {
  if (!isOpen(referral.state) || referral.referredOn || trail.some(({ state }) => state === 'completed')) return null;
  const lost = lostSoFar(referral, now, calendar);
  if (lost === null) return null;
  const told = (day: string): string => shortDay(day, language, calendar.dayOf(now));
  return texts(language)('trajectory.words.lost-so-far', {
    from: told(lost.from),
    on: told(lost.until),
    halfDays: lost.halfDays,
  });
}
