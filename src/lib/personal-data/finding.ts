import type { CalendarDay } from '../dates/index.js';

/** What can be found in a text, the most certain first: where two overlap, the first kind is kept. */
export const findingKinds = [
  'email',
  'national-number',
  'phone',
  'birth-date',
  'address',
  'pupil-name',
  'school-name',
  'person-name',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Where something personal stands. Never holds the words themselves: a finding may be logged, they may not. */
export interface Finding {
  readonly kind: FindingKind;
  /** Index of the first UTF-16 unit, as in `text.slice(at, at + length)`. */
  readonly at: number;
  readonly length: number;
}

/** What the case says about its pupil and school, as typed in the intake. */
export interface KnownNames {
  readonly pupilNames?: readonly string[];
  readonly schoolNames?: readonly string[];
  readonly birthDates?: readonly CalendarDay[];
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
}

/** Takes a global pattern; gives a finding for each place where it stands. */
export const findPattern = (kind: FindingKind, text: string, pattern: RegExp): Finding[] =>
  [...text.matchAll(pattern)].map((match) => ({ kind, at: match.index, length: match[0].length }));

/** Whether two findings share a character. */
export const overlap = (one: Finding, other: Finding): boolean =>
  one.at < other.at + other.length && other.at < one.at + one.length;
