import { consents, domains, efforts, presences, urgencies, wantedForms } from '../codes.js';
import * as check from './checks.js';
import { firstQuestions } from './first-questions.js';
import { choice, choices, longText, openChoice, text, type Question } from './question.js';

export const earlierNafts = ['no', 'yes', 'unknown'] as const;
/** A school agrees or not; 'not applicable' makes no sense there. */
export const schoolConsents = ['yes', 'no', 'to-ask'] as const;

/**
 * Every question of the intake, in the order in which they are asked and told. The forms, what is wrong or missing, the
 * review, the sealed file, the opened file and what is looked for as personal all come from here: a new question is one
 * entry and its texts.
 */
export const questions = {
  ...firstQuestions,
  question: {
    brief: 'alone',
    forms: ['describe-question'],
    input: longText(check.longestQuestion),
    missing: 'question-missing',
    check: check.freeText(check.longestQuestion),
    personal: 'text',
    file: { part: 'question', free: true },
  },
  problemDomains: {
    brief: 'alone',
    forms: ['describe-question'],
    input: choices(domains, 'codes.problem-domain', 'compact'),
    missing: 'domains-missing',
    file: { part: 'question' },
  },
  presence: {
    forms: ['describe-question'],
    of: 'pupil',
    input: choice(presences, 'codes.presence', 'compact'),
    missing: 'presence-missing',
    file: { part: 'question' },
  },
  urgency: {
    brief: 'alone',
    forms: ['describe-question'],
    input: choice(urgencies, 'codes.urgency', 'compact'),
    usual: 'normal',
    file: { part: 'question' },
  },
  stepsTaken: {
    forms: ['describe-question'],
    fold: 'more',
    input: longText(check.longestQuestion),
    check: check.freeText(check.longestQuestion),
    personal: 'text',
    file: { part: 'steps', free: true },
  },
  efforts: {
    forms: ['describe-question'],
    fold: 'more',
    input: choices(efforts, 'codes.effort', 'compact'),
    file: { part: 'question' },
  },
  earlierNaft: {
    forms: ['describe-question'],
    fold: 'more',
    input: choice(earlierNafts, 'choices.earlier-naft', 'compact'),
    usual: 'unknown',
    file: { part: 'steps' },
  },
  wantedForms: {
    forms: ['describe-question'],
    fold: 'more',
    input: choices(wantedForms, 'codes.wanted-form', 'compact'),
    file: { part: 'question' },
  },
  interests: {
    forms: ['describe-question'],
    fold: 'more',
    of: 'pupil',
    input: text(check.longestInterests),
    check: check.freeText(check.longestInterests),
    personal: 'text',
    file: { part: 'question', free: true },
  },
  pupilConsent: {
    brief: 'named',
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
    brief: 'named',
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
    brief: 'named',
    forms: ['record-consent'],
    of: 'group',
    input: choice(schoolConsents, 'codes.consent'),
    missing: 'school-agreement-missing',
    file: { part: 'consent' },
  },
  guardianName: {
    brief: 'alone',
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
  /** Chosen in the review, judged with what is on offer: see `readProvider`. */
  service: { forms: [], input: openChoice, silent: true },
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionId = keyof typeof questions;
export const questionIds = Object.keys(questions) as QuestionId[];

/** The questions whose answers tell somebody who is meant. */
export type PersonalQuestionId = {
  [Id in QuestionId]: (typeof questions)[Id] extends { readonly personal: string } ? Id : never;
}[QuestionId];
