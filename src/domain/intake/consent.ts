import type { Consent } from '../codes.js';
import type { Typed } from '../draft.js';
import { answerTo, anyDay, faultsIn } from './answer.js';
import { isForGroup } from './forms.js';
import { parsed, type Parsed } from './parsed.js';

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

/**
 * Consent of the pupil (from 12 on presumed competent) and of the guardians, each as it is, and the contacts for
 * the round table; of a group, the school's agreement. 'No' and 'still to ask' are answers too: they stop the sending,
 * see {@link consentBlockersOf}, not the step.
 */
export const readConsent = (typed: Typed): Parsed<ConsentAnswer> =>
  parsed(faultsIn('record-consent', typed, anyDay), () => ({
    answers: isForGroup(typed)
      ? { school: answerTo('schoolAgreement', typed) ?? 'to-ask' }
      : {
          pupil: answerTo('pupilConsent', typed) ?? 'to-ask',
          guardians: answerTo('guardianConsent', typed) ?? 'to-ask',
        },
  }));

/** What keeps a complete intake from being sent: nobody's data leave without a yes, and no 'no' is passed over. */
export function consentBlockersOf({ answers }: ConsentAnswer): ConsentBlocker[] {
  const blockers = Object.entries(answers).flatMap(([who, answer]) =>
    consentBlockers.filter((blocker) => blocker === `${who}-${answer}`),
  );
  const somebody = Object.values(answers).includes('yes');
  return blockers.length === 0 && !somebody ? ['nobody-agrees'] : blockers;
}
