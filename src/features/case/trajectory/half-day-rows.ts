import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import { id } from '../../../contracts/id.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { RunningTrajectory } from '../../../contracts/trajectory.js';
import type { Calendar } from '../../../contracts/calendar.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { daysFrom, weekOf } from '../../../domain/trajectory/half-days.js';

/** So many pupils on one card. */
export const perCard = 12;

export const providerId = id<OrganisationId>();

/** Half days of a week are counted from Friday on; before it, those of the week that ended. */
export function weekToCount(now: Date, calendar: Calendar): LocalDate {
  const today = calendar.dayOf(now);
  const monday = weekOf(today);
  return today >= daysFrom(monday, 4) ? monday : daysFrom(monday, -7);
}

/** How long after its end a trajectory can still be counted. */
const endedMs = 14 * 86_400_000;

/** Everybody of a provider, or of all, whose half days of a week are counted, who began first in front. */
export const loadRunning = (
  read: Read,
  provider: OrganisationId | null,
  week: LocalDate,
  now: Date,
): Promise<RunningTrajectory[]> =>
  read.runningTrajectories({
    providerId: provider,
    begunBy: daysFrom(week, 6),
    endedSince: new Date(now.getTime() - endedMs),
  });

/** Half days are counted by the provider, and by the desk in its name. */
export const mayCount = (provider: OrganisationId, actor: Actor): Refusal | null =>
  isOf(actor, provider) || actsFor(actor, 'desk') !== null ? null : { refused: 'only-provider' };
