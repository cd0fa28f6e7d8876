import { periodBetween, type Period } from '../figures/period.js';
import type { ShownPeriod } from '../figures/show-period.js';
import type { MeetingId } from '../ids.js';
import { daysLater, type LocalDate } from '../local-date.js';
import { startOfSchoolYear } from '../school-year.js';

/**
 * The figures that a meeting gets (R19), as they were told: counted once, and the same for ever. So no day is counted in two
 * packs, nobody can subtract one count of a period from another, and the next pack says beside its own what this one said.
 * Local days; `untilDay` is the first day after it.
 */
export interface Pack {
  readonly meetingId: MeetingId;
  readonly fromDay: LocalDate;
  readonly untilDay: LocalDate;
  readonly figures: ShownPeriod;
  readonly madeAt: Date;
}

/** So many days before a meeting its pack is made, before the second reminder. */
const packDaysBefore = 3;

/** The day on which the pack of a meeting is made: it counts up to that day. */
export const packDay = (meetingOn: LocalDate): LocalDate => daysLater(meetingOn, -packDaysBefore);

/**
 * What the next pack counts (R19): from where the last one ended, or from 1 September for the first of a school year. Null when
 * nothing is left to count: another meeting, that was moved since, had it all.
 */
export function packPeriod(meetingOn: LocalDate, packs: readonly Pick<Pack, 'untilDay'>[]): Period | null {
  const ends = packs.map(({ untilDay }) => untilDay);
  const from = [startOfSchoolYear(meetingOn), ...ends].sort().at(-1) ?? startOfSchoolYear(meetingOn);
  const until = packDay(meetingOn);
  return from < until ? periodBetween(from, until) : null;
}

export const periodOf = ({ fromDay, untilDay }: Pick<Pack, 'fromDay' | 'untilDay'>): Period =>
  periodBetween(fromDay, untilDay);

/** The pack before this one: what it is compared with; null when it is the first. */
export const packBefore = (packs: readonly Pack[], { fromDay }: Pick<Pack, 'fromDay'>): Pack | null =>
  packs
    .filter(({ untilDay }) => untilDay <= fromDay)
    .sort((one, other) => (one.untilDay < other.untilDay ? -1 : 1))
    .at(-1) ?? null;
