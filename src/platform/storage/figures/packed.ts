import { daysBetween, daysLater } from '../../../domain/local-date.js';

/** An amount as it is stored: the number of its line, and days as numbers. */
export interface Stored {
  readonly lineId: number;
  readonly day: string;
  readonly until: string | null;
  readonly value: number;
  readonly count: number;
}

/** Days are counted from here. */
const zero = '2000-01-01';
/** No end: no period ends later. */
export const never = '9999-12-31';
const perAmount = 5;

const known = new Map<string, number>();

const numberOf = (day: string): number => {
  const number = known.get(day) ?? daysBetween(zero, day);
  if (known.size > 10_000) known.clear();
  known.set(day, number);
  return number;
};

/** What a trail added, as a row of numbers: of hundreds of thousands of trails, names would take ten times the room. */
export const pack = (amounts: readonly Stored[]): number[] =>
  amounts.flatMap(({ lineId, day, until, value, count }) => [
    lineId,
    numberOf(day),
    until === null ? 0 : numberOf(until),
    value,
    count,
  ]);

export function unpack(numbers: readonly number[]): Stored[] {
  const found: Stored[] = [];
  for (let at = 0; at < numbers.length; at += perAmount) {
    const [lineId = 0, day = 0, until = 0, value = 0, count = 0] = numbers.slice(at, at + perAmount);
    found.push({ lineId, day: daysLater(zero, day), until: until === 0 ? null : daysLater(zero, until), value, count });
  }
  return found;
}
