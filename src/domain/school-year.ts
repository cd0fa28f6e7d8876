import type { LocalDate } from './local-date.js';

/** A school year as '2026-2027': from 1 September to 31 August. */
export type SchoolYear = string;

const startYear = (day: LocalDate): number => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);

/** The school year a day falls in. */
export const schoolYearOf = (day: LocalDate): SchoolYear => `${startYear(day)}-${startYear(day) + 1}`;

/** 1 September on which the school year of this day began. */
export const startOfSchoolYear = (day: LocalDate): LocalDate => `${startYear(day)}-09-01`;

/** 31 August on which the school year of this day ends; until then 'volzet' holds by default (R12). */
export const endOfSchoolYear = (day: LocalDate): LocalDate => `${startYear(day) + 1}-08-31`;

/** The first 1 September after this day: when a full service is asked whether it is open again (R12). */
export const nextSeptemberFirst = (day: LocalDate): LocalDate => `${startYear(day) + 1}-09-01`;

/** 1 September on which a pupil usually starts secondary school: in the year of the twelfth birthday. */
export const usualStartOfSecondary = (birthDate: LocalDate): LocalDate => `${Number(birthDate.slice(0, 4)) + 12}-09-01`;

/** Where the pupil is enrolled; `none` when not, or when it is not known. */
export type SchoolLevel = 'primary' | 'secondary' | 'none';

/**
 * Whether the pupil has started the first year of secondary school, which a care farm asks (R17). The level decides;
 * for a pupil without school the usual age does.
 */
export const startedSecondary = (level: SchoolLevel, birthDate: LocalDate, day: LocalDate): boolean =>
  level === 'secondary' || (level === 'none' && usualStartOfSecondary(birthDate) <= day);
