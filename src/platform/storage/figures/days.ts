import type { Days } from '../../../domain/figures/counting/index.js';
import { dayOf, schoolHalfDaysBetween } from '../../calendar/index.js';

export type { Days };

const hourMs = 3_600_000;
const most = 50_000;

/** The desk's days. Local time is slow to work out and changes by whole hours: what was worked out of an hour holds for all of it. */
export function desksDays(): Days {
  const known = new Map<number, string>();
  return {
    schoolHalfDaysBetween,
    dayOf(at) {
      const hour = Math.floor(at.getTime() / hourMs);
      const day = known.get(hour) ?? dayOf(at);
      if (known.size > most) known.clear();
      known.set(hour, day);
      return day;
    },
  };
}
