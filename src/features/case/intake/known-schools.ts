import type { Typed } from '../../../domain/draft.js';
import { schoolIn, schoolKey, schoolText, type KnownSchool, type Parsed } from '../../../domain/intake/index.js';
import type { Choice } from './questions-shown.js';

/** The schools of which this CLB referred before, to choose from; without any, name and place are typed as always. */
export const schoolChoices = (schools: readonly KnownSchool[]): Record<string, readonly Choice[]> =>
  schools.length === 0
    ? {}
    : { schoolChoice: schools.map(schoolText).map((school) => ({ title: school, value: school })) };

/** The municipalities in which this CLB referred before, and its own; without any school the place is typed as always. */
export function placeChoices(schools: readonly KnownSchool[], own: string | null): Record<string, readonly Choice[]> {
  if (schools.length === 0) return {};
  const places = new Set([...(own === null ? [] : [own]), ...schools.map(({ municipality }) => municipality).sort()]);
  return { placeChoice: [...places].map((place) => ({ title: place, value: place })) };
}

/** What was typed as the form shows it: a school that stands in the list is chosen there, and its fields are empty. */
export function shownInList(typed: Typed, schools: readonly KnownSchool[]): Typed {
  const school = schoolIn(typed);
  const known = school === null ? undefined : schools.find((one) => schoolKey(one) === schoolKey(school));
  if (known !== undefined) return { ...typed, schoolChoice: schoolText(known), schoolName: '', schoolPlace: '' };
  const place = typed['schoolPlace'] ?? '';
  return schools.some(({ municipality }) => municipality === place)
    ? { ...typed, placeChoice: place, schoolPlace: '' }
    : typed;
}

const missedThere = ['school-missing', 'schoolPlace-missing'];

/** A school that is missing altogether is missed at its list, only its place at that of the places; without a list, where it is typed. */
export function missedInList(read: Parsed<null>, schools: readonly KnownSchool[]): Parsed<null> {
  if (read.ok || schools.length === 0) return read;
  const instead: Readonly<Record<string, string>> | null =
    read.errors['schoolName'] === 'school-missing'
      ? { schoolChoice: 'school-choose' }
      : read.errors['schoolPlace'] === 'schoolPlace-missing'
        ? { placeChoice: 'place-choose' }
        : null;
  if (instead === null) return read;
  const told = Object.entries(read.errors).filter(([, code]) => !missedThere.includes(code));
  return { ok: false, errors: { ...instead, ...Object.fromEntries(told) } };
}
