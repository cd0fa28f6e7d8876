import { keyOf } from '../../lib/region/locality-name.js';
import type { Typed } from '../draft.js';
import { textOf } from './parsed.js';
import { readLocalityText } from './localities.js';

/** A school for which a CLB referred before, and where it lies. It says nothing of a pupil. */
export interface KnownSchool {
  readonly name: string;
  readonly municipality: string;
}

/** "Atheneum Voorbeeld, Leuven": how it stands in the list, and what a press brings back of it. */
export const schoolText = ({ name, municipality }: KnownSchool): string => `${name}, ${municipality}`;

/** The school that was chosen in the list; null when none was. */
export function readSchoolText(text: string): KnownSchool | null {
  const at = text.lastIndexOf(', ');
  return at < 1 ? null : { name: text.slice(0, at), municipality: text.slice(at + 2) };
}

/** What makes two spellings the same school. */
export const schoolKey = ({ name, municipality }: KnownSchool): string => `${keyOf(name)} ${keyOf(municipality)}`;

/** The school of an intake or a case file; null as long as its name or its place is not known. */
export function schoolIn(typed: Typed): KnownSchool | null {
  const name = textOf(typed, 'schoolName');
  const reading = readLocalityText(textOf(typed, 'schoolPlace'));
  return name === '' || reading.kind !== 'locality' ? null : { name, municipality: reading.locality.name };
}

/**
 * What a press brings, with the school that was chosen in the list in the place of a typed one; of another school, the
 * municipality that was chosen. Unless another was typed with the same press. The choices themselves are not kept.
 */
export function withChosenSchool(before: Typed, { schoolChoice, placeChoice, ...given }: Typed): Typed {
  const chosen = readSchoolText(schoolChoice ?? '');
  if (chosen !== null && !isTypedAnew('schoolName', before, given))
    return { ...given, schoolName: chosen.name, schoolPlace: chosen.municipality };
  return placeChoice && !isTypedAnew('schoolPlace', before, given) ? { ...given, schoolPlace: placeChoice } : given;
}

const isTypedAnew = (id: 'schoolName' | 'schoolPlace', before: Typed, given: Typed): boolean =>
  (given[id] ?? '') !== '' && given[id] !== (before[id] ?? '');
