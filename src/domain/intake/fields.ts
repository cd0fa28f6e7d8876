import type { Draft, IntakeStep, Typed } from '../draft.js';

/** The forms of the intake. The second step has two: one for a pupil, one for a group, teachers or a school (R3). */
export const intakeForms = [
  'check-conditions',
  'describe-pupil',
  'describe-group',
  'choose-region',
  'describe-question',
  'record-consent',
  'choose-provider',
] as const;
export type IntakeForm = (typeof intakeForms)[number];

/** The places that decide the region (R7), as the fields in which they are typed. */
export const placeFields = ['domicile', 'residence', 'schoolPlace', 'clbPlace'] as const;
export type PlaceField = (typeof placeFields)[number];

/** The fields of each form: the ids of its inputs and the keys under which a draft and a case file keep them. */
export const intakeFields = {
  'check-conditions': ['danger', 'source', 'target', 'carePhase', 'indication', 'agreedWithSchool'],
  'describe-pupil': ['pupilName', 'birthDate', 'enrolment', 'schoolForm', 'schoolName'],
  'describe-group': ['groupName', 'groupSize', 'schoolName'],
  'choose-region': [
    'domicile',
    'domicileChoice',
    'residence',
    'residenceChoice',
    'schoolPlace',
    'schoolPlaceChoice',
    'clbPlace',
    'clbPlaceChoice',
    'region',
  ],
  'describe-question': [
    'problemDomains',
    'efforts',
    'presence',
    'question',
    'stepsTaken',
    'earlierNaft',
    'wantedForms',
    'interests',
    'urgency',
  ],
  'record-consent': [
    'pupilConsent',
    'pupilConsentWhy',
    'guardianConsent',
    'guardianConsentWhy',
    'schoolAgreement',
    'guardianName',
    'guardianPhone',
    'guardianEmail',
    'schoolContact',
  ],
  'choose-provider': ['service'],
} as const satisfies Readonly<Record<IntakeForm, readonly string[]>>;
export type IntakeField = (typeof intakeFields)[IntakeForm][number];

/** Where a person may choose several; clients leave the key out when nothing is chosen any more. */
const severalChoices: readonly string[] = ['problemDomains', 'efforts', 'wantedForms'];

/** Inputs hold fewer signs than this by themselves; it keeps what another program sends within the size of a card. */
const longestTyped = 3000;
const longestShort = 400;
const longTexts: readonly string[] = ['question', 'stepsTaken'];

/** What the draft itself remembers among what was typed; never an input. */
export const remembered = {
  /** The live referrals of the same pupil, or of one who looks like it, beside which the worker wants a new one. */
  newAnyway: 'newAnyway',
  /** Saved and closed: the stored message does not open by itself any more. */
  parked: 'parked',
} as const;

/** Whether the draft is about something else than one pupil (R3). */
export const isForGroup = (typed: Typed): boolean => ['group', 'teachers', 'school'].includes(typed['target'] ?? '');

/** The form of a step for this draft. */
export const formOf = (step: IntakeStep, typed: Typed): IntakeForm =>
  step === 'describe-pupil' && isForGroup(typed) ? 'describe-group' : step;

/** The step a form belongs to. */
export const stepOf = (form: IntakeForm): IntakeStep => (form === 'describe-group' ? 'describe-pupil' : form);

const cut = (field: string, text: string): string =>
  text.slice(0, longTexts.includes(field) ? longestTyped : longestShort);

/**
 * What was typed before with the fields of one form over it; other forms' fields stay as they are, so that two devices
 * do not wipe each other's steps. A choice under a place replaces its text, unless that text was changed meanwhile.
 */
export function mergeTyped(typed: Typed, form: IntakeForm, given: Readonly<Record<string, unknown>>): Typed {
  const merged: Record<string, string> = { ...typed };
  for (const field of intakeFields[form]) {
    const value = given[field];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      merged[field] = cut(field, String(value));
    else if (severalChoices.includes(field)) merged[field] = '';
  }
  if (form !== 'choose-region') return merged;
  for (const field of placeFields) {
    const choice = merged[`${field}Choice`];
    delete merged[`${field}Choice`];
    if (choice && (merged[field] ?? '') === (typed[field] ?? '')) merged[field] = choice;
  }
  return merged;
}

/** Whether nothing was filled in or chosen yet. */
export const isUntouched = (draft: Pick<Draft, 'typed' | 'tried' | 'referralId' | 'follows'>): boolean =>
  draft.referralId === null &&
  draft.follows === null &&
  draft.tried.length === 0 &&
  Object.values(draft.typed).every((value) => value === '');
