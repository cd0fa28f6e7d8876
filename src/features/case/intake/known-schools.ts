import type { Typed } from '../../../domain/draft.js';
import { schoolIn, schoolKey, schoolText, type KnownSchool, type Parsed } from '../../../domain/intake/index.js';
import type { Choice } from './questions-shown.js';

/** The schools of which this CLB referred before, to choose from; without any, name and place are typed as always. */
export const schoolChoices = (schools: readonly KnownSchool[]): Record<string, readonly Choice[]> =>
  schools.length === 0
    ? {}
    : { schoolChoice: schools.map(schoolText).map((school) => ({ title: school, value: school })) };

/** What was typed as the form shows it: a school that stands in the list is chosen there, and its fields are empty. */
export function shownInList(typed: Typed, schools: readonly KnownSchool[]): Typed {
  const school = schoolIn(typed);
  const known = school === null ? undefined : schools.find((one) => schoolKey(one) === schoolKey(school));
  return known === undefined ? typed : { ...typed, schoolChoice: schoolText(known), schoolName: '', schoolPlace: '' };
}

const missedThere = ['school-missing', 'schoolPlace-missing'];

/** A school that is missing altogether is missed at the list; without a list, at its name. */
export function missedInList(read: Parsed<null>, schools: readonly KnownSchool[]): Parsed<null> {
  if (read.ok || schools.length === 0 || read.errors['schoolName'] !== 'school-missing') return read;
  const told = Object.entries(read.errors).filter(([, code]) => !missedThere.includes(code));
  return { ok: false, errors: { schoolChoice: 'school-choose', ...Object.fromEntries(told) } };
}
