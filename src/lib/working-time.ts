/**
 * A period in which the desk is active (R4, R9): from and including `from`, up to `to`. Openings are given in order and
 * do not overlap; there may be endlessly many, each function reads only as far as it needs.
 */
export interface Opening {
  readonly from: Date;
  readonly to: Date;
}

const minute = 60_000;

/** Whether the desk is active at this moment. The closing moment itself is closed. */
export const isOpen = (now: Date, openings: Iterable<Opening>): boolean => {
  for (const opening of openings) {
    if (opening.from > now) return false;
    if (now < opening.to) return true;
  }
  return false;
};

/** This moment when the desk is active, otherwise the next opening; undefined when the openings end before that. */
export const nextOpening = (now: Date, openings: Iterable<Opening>): Date | undefined => {
  for (const opening of openings) {
    if (now < opening.to) return opening.from > now ? opening.from : now;
  }
  return undefined;
};

/**
 * The first moment at which so many working minutes have passed since `from`, which may lie outside working time.
 * A term that is used up at closing time ends then, not at the next opening; so adding in two steps is adding at once.
 * Zero minutes from a closed moment give the next opening. Gives undefined when the openings end before that; throws a
 * RangeError when the minutes are negative or no number.
 */
export const addWorkingTime = (from: Date, minutes: number, openings: Iterable<Opening>): Date | undefined => {
  if (!(minutes >= 0)) throw new RangeError(`Working time cannot be ${minutes} minutes.`);
  let left = Math.round(minutes * minute);
  for (const opening of openings) {
    if (opening.to < from) continue;
    const start = Math.max(opening.from.getTime(), from.getTime());
    const length = opening.to.getTime() - start;
    if (left <= length) return new Date(start + left);
    left -= length;
  }
  return undefined;
};

/** How many working minutes lie between two moments, rounded; 0 when the second is not later. */
export const workingTimeBetween = (from: Date, to: Date, openings: Iterable<Opening>): number => {
  let passed = 0;
  for (const opening of openings) {
    if (opening.from >= to) break;
    passed += Math.max(
      0,
      Math.min(opening.to.getTime(), to.getTime()) - Math.max(opening.from.getTime(), from.getTime()),
    );
  }
  return Math.round(passed / minute);
};
