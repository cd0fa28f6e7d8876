import { consents, type Consent } from '../codes.js';
import type { Typed } from '../draft.js';
import { isForGroup } from './fields.js';
import { oneOf, parsed, textOf, type Parsed } from './parsed.js';

export interface ConsentAnswer {
  /** Who has to agree, as each answered: pupil and guardians, or the school of a group. */
  readonly answers: Readonly<Partial<Record<'pupil' | 'guardians' | 'school', Consent>>>;
}

/** Why a referral may not be sent yet although everything is filled in. */
export const consentBlockers = [
  'pupil-no',
  'pupil-to-ask',
  'guardians-no',
  'guardians-to-ask',
  'school-no',
  'school-to-ask',
  'nobody-agrees',
] as const;
export type ConsentBlocker = (typeof consentBlockers)[number];

/** A school agrees or not; 'not applicable' makes no sense there. */
export const schoolConsents = ['yes', 'no', 'to-ask'] as const;

const longestContact = 200;

function whyError(typed: Typed, field: 'pupilConsent' | 'guardianConsent'): string | null {
  const why = textOf(typed, `${field}Why`);
  if (typed[field] === 'not-applicable' && why === '') return `${field}-why-missing`;
  return why.length > longestContact ? 'why-too-long' : null;
}

/** A number as people write it: digits with signs between them, 8 to 15 digits. */
function phoneError(text: string): string | null {
  if (text === '') return null;
  const digits = text.replace(/\D/g, '').length;
  return /^[+\d][\d\s./()-]*$/.test(text) && digits >= 8 && digits <= 15 ? null : 'phone-not-right';
}

const emailError = (text: string): string | null =>
  text === '' || (/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test(text) && text.length <= longestContact)
    ? null
    : 'email-not-right';

/** A guardian is invited to the round table, so he or she must be reachable; unless the guardians have no part in it. */
function guardianErrors(typed: Typed): Record<string, string | null> {
  const [name, phone, email] = [
    textOf(typed, 'guardianName'),
    textOf(typed, 'guardianPhone'),
    textOf(typed, 'guardianEmail'),
  ];
  const needed = typed['guardianConsent'] !== 'not-applicable';
  const unreachable = needed && phone === '' && email === '';
  return {
    guardianName: needed && name === '' ? 'guardian-missing' : name.length > longestContact ? 'contact-too-long' : null,
    guardianPhone: unreachable ? 'guardian-unreachable' : phoneError(phone),
    guardianEmail: emailError(email),
  };
}

function schoolContactError(typed: Typed): string | null {
  const contact = textOf(typed, 'schoolContact');
  const enrolled = isForGroup(typed) || (typed['enrolment'] ?? 'enrolled') === 'enrolled';
  if (contact === '') return enrolled ? 'school-contact-missing' : null;
  return contact.length > longestContact ? 'contact-too-long' : null;
}

function readGroupConsent(typed: Typed): Parsed<ConsentAnswer> {
  const school = oneOf(typed, 'schoolAgreement', schoolConsents);
  const errors = {
    schoolAgreement: school === null ? 'school-agreement-missing' : null,
    schoolContact: schoolContactError(typed),
  };
  return parsed(errors, () => ({ answers: { school: school ?? 'to-ask' } }));
}

/**
 * Step 5: consent of the pupil (from 12 on presumed competent) and of the guardians, each as it is, and the contacts for
 * the round table; of a group, the school's agreement. 'No' and 'still to ask' are answers too: they stop the sending,
 * see {@link consentBlockersOf}, not the step.
 */
export function readConsent(typed: Typed): Parsed<ConsentAnswer> {
  if (isForGroup(typed)) return readGroupConsent(typed);
  const [pupil, guardians] = [oneOf(typed, 'pupilConsent', consents), oneOf(typed, 'guardianConsent', consents)];
  const errors = {
    pupilConsent: pupil === null ? 'pupil-consent-missing' : null,
    pupilConsentWhy: whyError(typed, 'pupilConsent'),
    guardianConsent: guardians === null ? 'guardian-consent-missing' : null,
    guardianConsentWhy: whyError(typed, 'guardianConsent'),
    ...guardianErrors(typed),
    schoolContact: schoolContactError(typed),
  };
  return parsed(errors, () => ({ answers: { pupil: pupil ?? 'to-ask', guardians: guardians ?? 'to-ask' } }));
}

/** What keeps a complete intake from being sent: nobody's data leave without a yes, and no 'no' is passed over. */
export function consentBlockersOf({ answers }: ConsentAnswer): ConsentBlocker[] {
  const blockers = Object.entries(answers).flatMap(([who, answer]) =>
    consentBlockers.filter((blocker) => blocker === `${who}-${answer}`),
  );
  const somebody = Object.values(answers).includes('yes');
  return blockers.length === 0 && !somebody ? ['nobody-agrees'] : blockers;
}
