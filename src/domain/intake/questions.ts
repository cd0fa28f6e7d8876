import {
  carePhases,
  consents,
  domains,
  efforts,
  enrolments,
  presences,
  requestSources,
  schoolForms,
  targets,
  urgencies,
  wantedForms,
} from '../codes.js';
import * as check from './checks.js';
import { memoryHint } from './memory-hint.js';
import { birthDate, choice, choices, longText, openChoice, locality, text, type Question } from './question.js';

export const schoolAgreements = ['yes', 'no', 'no-school'] as const;
export const earlierNafts = ['no', 'yes', 'unknown'] as const;
/** A school agrees or not; 'not applicable' makes no sense there. */
export const schoolConsents = ['yes', 'no', 'to-ask'] as const;

const latestFirst = [carePhases[2], carePhases[1], carePhases[0]] as const;

/**
 * Every question of the intake, in the order in which they are asked and told. The forms, what is wrong or missing, the
 * review, the sealed file, the opened file and what is looked for as personal all come from here: a new question is one
 * entry and its texts.
 */
export const questions = {
  danger: {
    forms: ['check-conditions'],
    input: choice(['no', 'yes'], 'choices.danger'),
    missing: 'danger-missing',
    check: check.stopsOn({ yes: 'danger' }),
    silent: true,
  },
  source: {
    forms: ['check-conditions'],
    input: choice(requestSources, 'codes.source', 'compact'),
    usual: 'clb',
    file: { part: 'question' },
  },
  target: { forms: ['check-conditions'], input: choice(targets, 'codes.target', 'compact'), usual: 'pupil' },
  carePhase: {
    forms: ['check-conditions'],
    input: choice(latestFirst, 'choices.care-phase'),
    missing: 'care-missing',
    check: check.stopsOn({ 'broad-basic-care': 'care-not-gone-through', 'increased-care': 'care-not-gone-through' }),
  },
  indication: {
    forms: ['check-conditions'],
    input: choice(['yes', 'no'], 'choices.indication'),
    missing: 'indication-missing',
    check: check.stopsOn({ no: 'indication-not-done' }),
  },
  agreedWithSchool: {
    forms: ['check-conditions'],
    input: choice(schoolAgreements, 'choices.agreed'),
    missing: 'agreed-missing',
    check: check.checkAgreement,
  },
  pupilName: {
    forms: ['describe-pupil'],
    of: 'pupil',
    input: text(check.longestName),
    missing: 'name-missing',
    check: check.checkPupilName,
    personal: 'person',
    file: { part: 'who' },
  },
  birthDate: {
    forms: ['describe-pupil'],
    of: 'pupil',
    input: birthDate,
    missing: 'birth-date-missing',
    check: check.checkBirthDate,
    personal: 'birth-date',
    file: { part: 'who' },
  },
  memoryHint,
  groupName: {
    forms: ['describe-group'],
    of: 'group',
    input: text(check.longestName),
    missing: 'group-missing',
    check: check.atMost(check.longestName, 'group-too-long'),
    personal: 'text',
    file: { part: 'who' },
  },
  groupSize: {
    forms: ['describe-group'],
    of: 'group',
    input: text(10),
    missing: 'size-missing',
    check: check.checkSize,
    file: { part: 'who' },
  },
  enrolment: {
    forms: ['describe-pupil'],
    of: 'pupil',
    input: choice(enrolments, 'codes.enrolment', 'compact'),
    usual: 'enrolled',
    check: check.checkEnrolment,
    file: { part: 'who' },
  },
  schoolName: {
    forms: ['describe-pupil', 'describe-group'],
    input: text(check.longestName),
    missing: check.missingSchool,
    check: check.atMost(check.longestName, 'school-too-long'),
    personal: 'school',
    file: { part: 'who' },
  },
  schoolForm: {
    forms: ['describe-pupil'],
    of: 'pupil',
    input: choice(schoolForms, 'codes.school-form', 'compact'),
    missing: 'school-form-missing',
    check: check.checkSchoolForm,
    file: { part: 'who' },
  },
  domicile: {
    forms: ['choose-region'],
    of: 'pupil',
    input: locality,
    missing: 'domicile-missing',
    check: check.checkLocality,
    personal: 'locality',
    file: { part: 'who' },
  },
  residence: {
    forms: ['choose-region'],
    of: 'pupil',
    input: locality,
    check: check.checkLocality,
    personal: 'locality',
    file: { part: 'who' },
  },
  schoolPlace: {
    forms: ['choose-region'],
    input: locality,
    missing: check.missingSchoolLocality,
    check: check.checkLocality,
    personal: 'locality',
    file: { part: 'who' },
  },
  clbPlace: { forms: ['choose-region'], input: locality, check: check.checkLocality },
  /** Judged with the localities: see `readRegion`; told from them in the review. */
  region: { forms: ['choose-region'], input: openChoice, silent: true },
  problemDomains: {
    forms: ['describe-question'],
    input: choices(domains, 'codes.problem-domain'),
    missing: 'domains-missing',
    file: { part: 'question' },
  },
  efforts: {
    forms: ['describe-question'],
    input: choices(efforts, 'codes.effort'),
    missing: 'efforts-missing',
    file: { part: 'question' },
  },
  presence: {
    forms: ['describe-question'],
    of: 'pupil',
    input: choice(presences, 'codes.presence', 'compact'),
    missing: 'presence-missing',
    file: { part: 'question' },
  },
  question: {
    forms: ['describe-question'],
    input: longText(check.longestQuestion),
    missing: 'question-missing',
    check: check.freeText(check.longestQuestion),
    personal: 'text',
    file: { part: 'question', free: true },
  },
  stepsTaken: {
    forms: ['describe-question'],
    input: longText(check.longestQuestion),
    check: check.freeText(check.longestQuestion),
    personal: 'text',
    file: { part: 'steps', free: true },
  },
  earlierNaft: {
    forms: ['describe-question'],
    input: choice(earlierNafts, 'choices.earlier-naft', 'compact'),
    usual: 'unknown',
    file: { part: 'steps' },
  },
  wantedForms: {
    forms: ['describe-question'],
    input: choices(wantedForms, 'codes.wanted-form'),
    file: { part: 'question' },
  },
  interests: {
    forms: ['describe-question'],
    of: 'pupil',
    input: text(check.longestInterests),
    check: check.freeText(check.longestInterests),
    personal: 'text',
    file: { part: 'question', free: true },
  },
  urgency: {
    forms: ['describe-question'],
    input: choice(urgencies, 'codes.urgency', 'compact'),
    usual: 'normal',
    file: { part: 'question' },
  },
  pupilConsent: {
    forms: ['record-consent'],
    of: 'pupil',
    input: choice(consents, 'codes.consent'),
    missing: 'pupil-consent-missing',
    file: { part: 'consent' },
  },
  pupilConsentWhy: {
    forms: ['record-consent'],
    of: 'pupil',
    input: text(check.longestContact),
    asked: check.asksWhy('pupilConsent'),
    missing: check.missingWhy('pupilConsent'),
    check: check.atMost(check.longestContact, 'why-too-long'),
    personal: 'text',
    because: 'pupilConsent',
  },
  guardianConsent: {
    forms: ['record-consent'],
    of: 'pupil',
    input: choice(consents, 'codes.consent'),
    missing: 'guardian-consent-missing',
    file: { part: 'consent' },
  },
  guardianConsentWhy: {
    forms: ['record-consent'],
    of: 'pupil',
    input: text(check.longestContact),
    asked: check.asksWhy('guardianConsent'),
    missing: check.missingWhy('guardianConsent'),
    check: check.atMost(check.longestContact, 'why-too-long'),
    personal: 'text',
    because: 'guardianConsent',
  },
  schoolAgreement: {
    forms: ['record-consent'],
    of: 'group',
    input: choice(schoolConsents, 'codes.consent'),
    missing: 'school-agreement-missing',
    file: { part: 'consent' },
  },
  guardianName: {
    forms: ['record-consent'],
    of: 'pupil',
    input: text(check.longestContact),
    missing: check.missingGuardian,
    check: check.atMost(check.longestContact, 'contact-too-long'),
    personal: 'person',
    file: { part: 'contacts' },
    heading: 'contacts',
  },
  guardianPhone: {
    forms: ['record-consent'],
    of: 'pupil',
    input: text(40, 'Tel'),
    missing: check.missingPhone,
    check: check.checkPhone,
    personal: 'phone',
    file: { part: 'contacts' },
  },
  guardianEmail: {
    forms: ['record-consent'],
    of: 'pupil',
    input: text(check.longestContact, 'Email'),
    check: check.checkEmail,
    personal: 'email',
    file: { part: 'contacts' },
  },
  schoolContact: {
    forms: ['record-consent'],
    input: text(check.longestContact),
    missing: check.missingSchoolContact,
    check: check.atMost(check.longestContact, 'contact-too-long'),
    personal: 'phone',
    file: { part: 'contacts' },
  },
  /** Judged with what is on offer: see `readProvider`; told with its availability in the review. */
  service: { forms: ['choose-provider'], input: openChoice, missing: 'service-missing', silent: true },
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionId = keyof typeof questions;
export const questionIds = Object.keys(questions) as QuestionId[];

/** The questions whose answers tell somebody who is meant. */
export type PersonalQuestionId = {
  [Id in QuestionId]: (typeof questions)[Id] extends { readonly personal: string } ? Id : never;
}[QuestionId];
