import { ageOn, type CalendarDay } from '../dates/index.js';
import { findPattern, type Finding } from './finding.js';
import { allMonths, writtenDates, type WrittenDate } from './written-dates.js';

/** Without a word that says so, only a date on which a pupil can have been born (in whole years ago). */
const youngest = 3;
const oldest = 25;

const birthWords =
  'geboren|geb|geboortedatum|geboortedag|geboorte|gebdat|verjaardag|verjaart|jarig|born|birth|dob|née?';
const saysBornBefore = new RegExp(`(?:°|\\b(?:${birthWords})\\b)[^.!?\\n]{0,25}$|\\bgeb\\.[^.!?\\n]{0,20}$`, 'i');
const saysBornAfter = new RegExp(`^[\\s,(]{0,3}(?:°|(?:${birthWords})\\b)`, 'i');

/** Dates of rules, meetings and periods are no birth dates, however old. */
const otherWords =
  'goedgekeurd|sinds|vanaf|tot|tussen|' +
  'vergadering|overleg|werkgroep|verslag|nota|brief|mail|rondetafel\\p{L}*|studiedag|opgericht|gestart|since|until|from';
/** 'op 15 oktober 2022 telden we …': something that happened; nobody writes a birth like that without the word. */
const saysHappened = /(?<!\p{L})(?:op|dd\.?|per|on) $/iu;
const saysPeriod = /^ ?(?:tot|t\/m|tem|until|–|-)(?!\p{L})/iu;
/** What a rule is called may stand further from its date: 'het besluit van de Vlaamse Regering van …'. */
const saysRule = /(?<!\p{L})(?:decreet|decreten|wet|besluit|omzendbrief|codex|staatsblad)(?!\p{L})[^.!?\n]*$/iu;
const saysOther = new RegExp(`(?<!\\p{L})(?:${otherWords})(?!\\p{L})[^.!?\\n]{0,25}$`, 'iu');

const looksLikeBirth = (text: string, today: CalendarDay, { at, length, date, shortYear }: WrittenDate): boolean => {
  const before = text.slice(Math.max(0, at - 100), at);
  const after = text.slice(at + length, at + length + 20);
  if (saysBornBefore.test(before) || saysBornAfter.test(after)) return true;
  // A school year starts on 1 September: by itself that day says nothing about a person.
  if (shortYear || date.endsWith('-09-01') || saysOther.test(before) || saysRule.test(before)) return false;
  if (saysHappened.test(before) || saysPeriod.test(after)) return false;
  const age = ageOn(date, today);
  return age >= youngest && age < oldest;
};

/** 'verjaart op 14 maart', 'geboren in maart 2011': less than a date, but with the word it says enough. */
const partly = new RegExp(
  `(?<=(?:°|\\b(?:${birthWords})\\b)[^.!?\\n]{0,25})(?:\\d{1,2} (?:${allMonths})\\b|\\b(?:${allMonths}) (?:19|20)\\d\\d)`,
  'gi',
);

/**
 * Birth dates: those of the case, a full date with a word for birth beside it, or a full date of 3 to 25 years ago that is
 * not said to be of a rule, meeting, event or period. A year alone is none: it may be a cohort.
 * Takes the text, today and the known dates. Never throws.
 */
export const findBirthDates = (text: string, today: CalendarDay, known: readonly CalendarDay[] = []): Finding[] => [
  ...writtenDates(text, today)
    .filter((written) => known.includes(written.date) || looksLikeBirth(text, today, written))
    .map(({ at, length }): Finding => ({ kind: 'birth-date', at, length })),
  ...findPattern('birth-date', text, partly),
];
