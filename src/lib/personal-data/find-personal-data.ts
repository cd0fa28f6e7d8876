import type { CalendarDay } from '../dates/index.js';
import { findAddresses } from './addresses.js';
import { findBirthDates } from './birth-dates.js';
import { findEmails } from './emails.js';
import { findingKinds, overlap, type Finding, type KnownNames } from './finding.js';
import { findHandles } from './handles.js';
import { findInitials } from './initials.js';
import { findKnownNames } from './known-names.js';
import { findKnownSchools } from './known-schools.js';
import { findNationalNumbers } from './national-number.js';
import { findPersonNames } from './person-names.js';
import { findPhones } from './phones.js';
import { findSchoolNames } from './school-names.js';

const certainty = ({ kind }: Finding): number => findingKinds.indexOf(kind);

/** Of findings that overlap, the most certain kind stays; of one kind, the longest. */
const withoutOverlap = (findings: readonly Finding[]): Finding[] => {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort(
    (a, b) => certainty(a) - certainty(b) || b.length - a.length || a.at - b.at,
  )) {
    if (!kept.some((other) => overlap(finding, other))) kept.push(finding);
  }
  return kept.sort((a, b) => a.at - b.at);
};

/** So much of a text is read: several times what any of our forms takes, and little enough not to keep others waiting. */
export const longestRead = 4000;

/**
 * Looks for personal data in a text that must hold none: signals to the working group and other shared notes (R19).
 * Takes the text, today (which dates can be of a pupil's birth) and what the case knows. Gives where something stands and
 * of what kind, in order and without overlap, never the words. A warning, no proof: it misses and it errs. Never throws.
 * Only the first {@link longestRead} characters are read: what is kept must be shorter.
 */
export function findPersonalData(whole: string, today: CalendarDay, known: KnownNames = {}): Finding[] {
  const text = whole.slice(0, longestRead);
  return withoutOverlap([
    ...findEmails(text, known.emails),
    ...findNationalNumbers(text),
    ...findPhones(text, known.phones),
    ...findBirthDates(text, today, known.birthDates),
    ...findAddresses(text),
    ...findKnownNames(text, known.pupilNames ?? []),
    ...findKnownSchools(text, known.schoolNames ?? []),
    ...findSchoolNames(text),
    ...findHandles(text),
    ...findInitials(text),
    ...findPersonNames(text),
  ]);
}
