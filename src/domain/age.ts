import { ageOn } from '../lib/dates/index.js';
import { readTypedDate, type LocalDate, type TypedDateError } from './local-date.js';

/** Age bands: all that may stand in a channel, a log or a figure about how old a pupil is. */
export const ageBands = ['under-12', '12-13', '14-15', '16-17', '18-plus'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Ages at which somebody can be a pupil who is referred; outside it, a typing slip is likelier. */
export const youngestPupil = 2;
export const oldestPupil = 25;

/** From this age a pupil is presumed able to consent; the worker may record otherwise. */
export const consentAge = 12;

/** The band of an age in whole years (R8). */
export const ageBand = (age: number): AgeBand => {
  if (age < 12) return 'under-12';
  if (age < 14) return '12-13';
  if (age < 16) return '14-15';
  return age < 18 ? '16-17' : '18-plus';
};

export type BirthDateRefusal = TypedDateError | 'in-future' | 'too-young' | 'too-old';

export type BirthDateAnswer =
  | { readonly ok: true; readonly birthDate: LocalDate; readonly age: number }
  | { readonly ok: false; readonly refusal: BirthDateRefusal };

/** Takes a typed birth date and today, up to which two digits are a year; gives the date and age, or why it cannot be right. */
export const readBirthDate = (text: string, today: LocalDate): BirthDateAnswer => {
  const read = readTypedDate(text, today);
  if (!read.ok) return { ok: false, refusal: read.error };
  const birthDate = read.date;
  if (birthDate > today) return { ok: false, refusal: 'in-future' };
  const age = ageOn(birthDate, today);
  if (age < youngestPupil) return { ok: false, refusal: 'too-young' };
  if (age > oldestPupil) return { ok: false, refusal: 'too-old' };
  return { ok: true, birthDate, age };
};
