import { ageOn } from '../domain/age.js';
import type { IntakeStep, Typed } from '../domain/draft.js';
import { isForGroup, placesAsked, readPlace, readRegion, type PlaceField } from '../domain/intake/index.js';
import type { Language } from '../domain/language.js';
import { parseLocalDate, type LocalDate } from '../domain/local-date.js';
import { day } from './format.js';
import { textAt } from './index.js';
import { plain } from './plain.js';
import { codeWord } from './referral-words.js';

/** One answer of an intake in words; a value of null is left out. */
export interface CaseFact {
  readonly title: string;
  readonly value: string | null;
}

/** The answers of one step. */
export interface CasePart {
  readonly step: IntakeStep;
  readonly facts: readonly CaseFact[];
}

/** Fields that hold codes, with the list their words come from. */
const codeLists: Readonly<Record<string, string>> = {
  source: 'codes.source',
  target: 'codes.target',
  enrolment: 'codes.enrolment',
  schoolForm: 'codes.school-form',
  problemDomains: 'codes.problem-domain',
  efforts: 'codes.effort',
  presence: 'codes.presence',
  wantedForms: 'codes.wanted-form',
  urgency: 'codes.urgency',
  pupilConsent: 'codes.consent',
  guardianConsent: 'codes.consent',
  schoolAgreement: 'codes.consent',
  carePhase: 'care-phase',
  indication: 'indication',
  agreedWithSchool: 'agreed',
  earlierNaft: 'earlier-naft',
};

const placeFields: readonly string[] = ['domicile', 'residence', 'schoolPlace', 'clbPlace'];

function codesInWords(text: string, list: string, language: Language): string {
  const words = text
    .split(',')
    .filter((code) => code !== '')
    .map((code) =>
      list.startsWith('codes.')
        ? codeWord(language, list.slice('codes.'.length), code)
        : (textAt(language, `intake.choices.${list}.${code}`) ?? code),
    );
  return words.join(', ');
}

/** "9 mrt. 2012 (14 jaar)"; what is no date as it was typed. */
export function birthDateInWords(text: string, language: Language, today: LocalDate): string {
  const birthDate = parseLocalDate(text, today);
  if (birthDate === undefined) return plain(text);
  const told = day(birthDate, language, '0000').split(' ').slice(1).join(' ');
  return `${told} (${textAt(language, 'intake.facts.age', { age: ageOn(birthDate, today) })})`;
}

/** "Kessel-Lo (Leuven)": as typed, with the municipality when that is another name. */
function placeInWords(typed: Typed, field: PlaceField): string {
  const text = (typed[field] ?? '').trim();
  const reading = readPlace(typed, field);
  if (reading.kind !== 'place' || text.toLowerCase().includes(reading.place.name.toLowerCase())) return plain(text);
  return plain(`${text} (${reading.place.name})`);
}

function valueOf(typed: Typed, field: string, language: Language, today: LocalDate): string | null {
  const text = (typed[field] ?? '').trim();
  if (text === '') return null;
  const list = codeLists[field];
  if (list !== undefined) return codesInWords(text, list, language);
  if (field === 'birthDate') return birthDateInWords(text, language, today);
  if (placeFields.includes(field)) return placeInWords(typed, field as PlaceField);
  return plain(text);
}

function regionFact(typed: Typed, language: Language): CaseFact {
  const read = readRegion(typed);
  const region = read.ok ? read.value.region : null;
  return {
    title: textAt(language, 'intake.facts.region') ?? '',
    value: region === null ? null : (textAt(language, `common.common.region.${region}`) ?? region),
  };
}

const pupilFields = ['pupilName', 'birthDate', 'enrolment', 'schoolForm', 'schoolName'];
const groupFields = ['groupName', 'groupSize', 'schoolName'];
const consentFields = [
  ...['pupilConsent', 'pupilConsentWhy', 'guardianConsent', 'guardianConsentWhy'],
  ...['guardianName', 'guardianPhone', 'guardianEmail', 'schoolContact'],
];

/** The fields of each step, in the order in which they are told. */
function fieldsOf(typed: Typed): readonly (readonly [IntakeStep, readonly string[]])[] {
  const group = isForGroup(typed);
  const question = [
    'problemDomains',
    'efforts',
    ...(group ? [] : ['presence']),
    'question',
    'stepsTaken',
    'earlierNaft',
  ];
  return [
    ['check-conditions', ['source', 'target', 'carePhase', 'indication', 'agreedWithSchool']],
    ['describe-pupil', group ? groupFields : pupilFields],
    ['choose-region', placesAsked(typed)],
    ['describe-question', [...question, 'wantedForms', ...(group ? [] : ['interests']), 'urgency']],
    ['record-consent', group ? ['schoolAgreement', 'schoolContact'] : consentFields],
  ];
}

/**
 * What was typed in an intake, step by step, in words; of a draft or of a case file. Personal: only ever shown to one
 * person. Markdown in what people typed is escaped.
 */
export function caseParts(typed: Typed, language: Language, today: LocalDate): CasePart[] {
  return fieldsOf(typed).map(([step, fields]) => {
    const facts = fields.map((field) => ({
      title: textAt(language, `intake.facts.${field}`) ?? field,
      value: valueOf(typed, field, language, today),
    }));
    return { step, facts: step === 'choose-region' ? [...facts, regionFact(typed, language)] : facts };
  });
}
