import { readBirthDate } from '../age.js';
import type { Typed } from '../draft.js';
import type { LocalDate } from '../local-date.js';
import { isForGroup } from './forms.js';
import { localityFault } from './localities.js';

/** A code of what is wrong with an answer, or null. */
type Check = (text: string, typed: Typed, today: LocalDate) => string | null;

export const longestName = 100;
export const longestContact = 200;
export const longestQuestion = 2000;
export const longestInterests = 300;
export const largestGroup = 500;

const isEnrolled = (typed: Typed): boolean => isForGroup(typed) || (typed['enrolment'] ?? 'enrolled') === 'enrolled';

/** At most so many signs. */
export const atMost =
  (longest: number, code: string): Check =>
  (text) =>
    text.length > longest ? code : null;

/** The code that goes with a choice that stops the step; null for the others. */
export const stopsOn =
  (stops: Readonly<Record<string, string>>): Check =>
  (text) =>
    Object.hasOwn(stops, text) ? (stops[text] ?? null) : null;

/** What the statement at the start confirms in one press (R2): also good when it was answered point by point. */
const isConfirmed = (typed: Typed): boolean =>
  typed['carePhase'] === 'extended-care' &&
  typed['indication'] === 'yes' &&
  ['yes', 'no-school'].includes(typed['agreedWithSchool'] ?? '');

export const missingGate = (typed: Typed): string | null => (isConfirmed(typed) ? null : 'gate-missing');

export const checkAgreement: Check = (text, typed) => {
  if (text === 'no') return 'not-agreed';
  return text === 'no-school' && isForGroup(typed) ? 'school-needed' : null;
};

export const checkPupilName: Check = (text) => {
  if (!/\p{L}/u.test(text)) return 'name-no-letters';
  return text.length > longestName ? 'name-too-long' : null;
};

export const checkBirthDate: Check = (text, _typed, today) => {
  const birth = readBirthDate(text, today);
  return birth.ok ? null : birth.refusal;
};

/** Without a school to agree with there is none to be enrolled in: R2 cannot be passed by. */
export const checkEnrolment: Check = (text, typed) =>
  typed['agreedWithSchool'] === 'no-school' && text === 'enrolled' ? 'enrolled-without-agreement' : null;

export const checkSchoolForm: Check = (text, typed) =>
  text === 'none' && isEnrolled(typed) ? 'school-form-none' : null;

/** Somebody in the last school's CLB has a last school; who is looked for near home may have none (R6). */
export function missingSchool(typed: Typed): string | null {
  if (isEnrolled(typed)) return 'school-missing';
  return typed['enrolment'] === 'not-enrolled-nearest-clb' ? null : 'last-school-missing';
}

export const checkSize: Check = (text) => {
  const size = Number(text);
  if (!/^\d+$/.test(text) || size < 1) return 'size-no-number';
  return size > largestGroup ? 'size-too-large' : null;
};

/** Somebody who is looked for near home may have no school at all (R6). */
export const missingSchoolLocality = (typed: Typed): string | null =>
  !isForGroup(typed) && typed['enrolment'] === 'not-enrolled-nearest-clb' ? null : 'schoolPlace-missing';

export const checkLocality: Check = (text) => localityFault(text);

/** 85.07.30-033.28 and the like: never asked, so not kept either. */
const registerNumber = /\b\d{2}[.\s]?\d{2}[.\s]?\d{2}[-.\s]?\d{3}[-.\s]?\d{2}\b/;

export const freeText =
  (longest: number): Check =>
  (text) => {
    if (text.length > longest) return 'text-too-long';
    return registerNumber.test(text) ? 'register-number' : null;
  };

/** Why somebody's consent does not apply: asked as long as that is chosen. */
export const asksWhy =
  (consent: string) =>
  (typed: Typed): boolean =>
    typed[consent] === 'not-applicable';
export const missingWhy =
  (consent: string) =>
  (typed: Typed): string | null =>
    typed[consent] === 'not-applicable' ? `${consent}-why-missing` : null;

/** A guardian is invited to the round table, so he or she must be reachable; unless the guardians have no part in it. */
const guardianNeeded = (typed: Typed): boolean => typed['guardianConsent'] !== 'not-applicable';
export const missingGuardian = (typed: Typed): string | null => (guardianNeeded(typed) ? 'guardian-missing' : null);
/** A hint is read in a list: it stays short. */
export const longestHint = 40;

export const missingPhone = (typed: Typed): string | null =>
  guardianNeeded(typed) && (typed['guardianEmail'] ?? '').trim() === '' ? 'guardian-unreachable' : null;

/** A number as people write it: digits with signs between them, 8 to 15 digits. */
export const checkPhone: Check = (text) => {
  const digits = text.replace(/\D/g, '').length;
  return /^[+\d][\d\s./()-]*$/.test(text) && digits >= 8 && digits <= 15 ? null : 'phone-not-right';
};

export const checkEmail: Check = (text) =>
  /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test(text) && text.length <= longestContact ? null : 'email-not-right';

export const missingSchoolContact = (typed: Typed): string | null =>
  isEnrolled(typed) ? 'school-contact-missing' : null;
