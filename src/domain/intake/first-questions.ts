import { carePhases, enrolments, requestSources, schoolForms, targets } from '../codes.js';
import * as check from './checks.js';
import { memoryHint } from './memory-hint.js';
import { birthDate, choice, confirm, locality, openChoice, text, type Question } from './question.js';

export const schoolAgreements = ['yes', 'no', 'no-school'] as const;

const latestFirst = [carePhases[2], carePhases[1], carePhases[0]] as const;

/** What is asked first: whether this may be referred, who it is about, and the places that decide the region. */
export const firstQuestions = {
  /** Answered with its own button (R20): a form that goes on takes it back. */
  danger: {
    forms: ['describe-pupil', 'describe-group'],
    input: openChoice,
    byButton: ['describe-pupil', 'describe-group'],
    check: check.stopsOn({ yes: 'danger' }),
    silent: true,
  },
  target: {
    forms: ['describe-pupil', 'describe-group'],
    input: choice(targets, 'codes.target', 'compact'),
    usual: 'pupil',
    byButton: ['describe-pupil'],
  },
  gate: { forms: ['describe-pupil', 'describe-group'], input: confirm, missing: check.missingGate, silent: true },
  carePhase: {
    forms: ['describe-pupil', 'describe-group'],
    input: choice(latestFirst, 'choices.care-phase', 'compact'),
    check: check.stopsOn({ 'broad-basic-care': 'care-not-gone-through', 'increased-care': 'care-not-gone-through' }),
    fold: 'not-yet',
  },
  indication: {
    forms: ['describe-pupil', 'describe-group'],
    input: choice(['yes', 'no'], 'choices.indication', 'compact'),
    check: check.stopsOn({ no: 'indication-not-done' }),
    fold: 'not-yet',
  },
  agreedWithSchool: {
    forms: ['describe-pupil', 'describe-group'],
    input: choice(schoolAgreements, 'choices.agreed', 'compact'),
    check: check.checkAgreement,
    fold: 'not-yet',
  },
  pupilName: {
    brief: 'alone',
    forms: ['describe-pupil'],
    of: 'pupil',
    input: text(check.longestName),
    missing: 'name-missing',
    check: check.checkPupilName,
    personal: 'person',
    file: { part: 'who' },
  },
  birthDate: {
    brief: 'alone',
    forms: ['describe-pupil'],
    of: 'pupil',
    input: birthDate,
    missing: 'birth-date-missing',
    check: check.checkBirthDate,
    personal: 'birth-date',
    file: { part: 'who' },
  },
  groupName: {
    brief: 'alone',
    forms: ['describe-group'],
    of: 'group',
    input: text(check.longestName),
    missing: 'group-missing',
    check: check.atMost(check.longestName, 'group-too-long'),
    personal: 'text',
    file: { part: 'who' },
  },
  groupSize: {
    brief: 'alone',
    forms: ['describe-group'],
    of: 'group',
    input: text(10),
    missing: 'size-missing',
    check: check.checkSize,
    file: { part: 'who' },
  },
  schoolForm: {
    brief: 'alone',
    forms: ['describe-pupil'],
    of: 'pupil',
    input: choice(schoolForms, 'codes.school-form', 'compact'),
    missing: 'school-form-missing',
    check: check.checkSchoolForm,
    file: { part: 'who' },
  },
  /** Chosen from the schools of which this CLB referred before: kept as name and place, see `withChosenSchool`. */
  schoolChoice: { forms: ['describe-pupil', 'describe-group'], input: openChoice, silent: true },
  schoolName: {
    insteadOf: ['schoolChoice'],
    brief: 'alone',
    forms: ['describe-pupil', 'describe-group'],
    input: text(check.longestName),
    missing: check.missingSchool,
    check: check.atMost(check.longestName, 'school-too-long'),
    personal: 'school',
    file: { part: 'who' },
  },
  /** Chosen from the municipalities in which this CLB referred before: kept as the place, see `withChosenSchool`. */
  placeChoice: {
    insteadOf: ['schoolChoice'],
    forms: ['describe-pupil', 'describe-group'],
    input: openChoice,
    silent: true,
  },
  schoolPlace: {
    insteadOf: ['placeChoice', 'schoolChoice'],
    forms: ['describe-pupil', 'describe-group'],
    input: locality,
    missing: check.missingSchoolLocality,
    check: check.checkLocality,
    personal: 'locality',
    file: { part: 'who' },
  },
  domicile: {
    heading: 'places',
    forms: ['describe-pupil'],
    of: 'pupil',
    input: locality,
    missing: 'domicile-missing',
    check: check.checkLocality,
    personal: 'locality',
    file: { part: 'who' },
  },
  residence: {
    forms: ['describe-pupil'],
    of: 'pupil',
    input: locality,
    check: check.checkLocality,
    personal: 'locality',
    file: { part: 'who' },
    fold: 'stays-elsewhere',
  },
  clbPlace: { forms: ['describe-pupil', 'describe-group'], input: locality, check: check.checkLocality },
  /** Judged with the localities: see `readRegion`; told from them in the review. */
  region: { forms: ['describe-pupil', 'describe-group'], input: openChoice, silent: true },
  enrolment: {
    forms: ['describe-pupil'],
    of: 'pupil',
    input: choice(enrolments, 'codes.enrolment', 'compact'),
    usual: 'enrolled',
    check: check.checkEnrolment,
    file: { part: 'who' },
    fold: 'more',
  },
  source: {
    forms: ['describe-pupil', 'describe-group'],
    input: choice(requestSources, 'codes.source', 'compact'),
    usual: 'clb',
    file: { part: 'question' },
    fold: 'more',
  },
  memoryHint: { ...memoryHint, fold: 'more' },
} as const satisfies Readonly<Record<string, Question>>;
