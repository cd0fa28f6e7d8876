import type { ReferralId, ServiceId } from '../../domain/ids.js';
import type { QuestionId } from '../../domain/intake/index.js';
import type { LocalDate } from '../../domain/local-date.js';
import { formTo } from '../../domain/reference-to.js';
import type { CaseSubject } from './act-on-case.js';

/** The forms of a case: what a button of a case carries opens them, with what was typed when they come back. */
export const caseForms = {
  putOnWaitlist: formTo<CaseSubject & { readonly kept?: string; readonly expectedStartOn?: LocalDate }>(
    'put-on-waitlist',
  ),
  refuseMatch: formTo<CaseSubject>('refuse-match'),
  markFull: formTo<CaseSubject & { readonly until?: LocalDate }>('mark-full'),
  extendFull: formTo<{ readonly serviceId: ServiceId; readonly asked: LocalDate; readonly until: LocalDate }>(
    'extend-full',
  ),
  moveStart: formTo<CaseSubject & { readonly expectedStartOn?: LocalDate }>('move-start'),
  correct: formTo<CaseSubject>('correct-answer'),
  freePlace: formTo<CaseSubject & { readonly from: 'list' | null; readonly reason: '' }>('free-place'),
  confirmPlace: formTo<CaseSubject & { readonly others: '' }>('confirm-place'),
  chooseOther: formTo<CaseSubject & { readonly serviceId?: string; readonly first?: string }>('choose-other-provider'),
  amend: formTo<CaseSubject & { readonly question?: QuestionId }>('amend-answer'),
  ask: formTo<CaseSubject>('ask-question'),
  leaveNote: formTo<CaseSubject>('leave-note'),
  withdraw: formTo<CaseSubject>('withdraw-referral'),
  assign: formTo<CaseSubject & { readonly serviceId?: ServiceId }>('assign-provider'),
  hint: formTo<{ readonly referralId: ReferralId }>('change-hint'),
  chooseFromWaitlist: formTo<{ readonly serviceId: ServiceId; readonly chosen: string; readonly reason: string }>(
    'choose-from-waitlist',
  ),
  /** Empty what is typed in numbers and days when it was left empty. */
  setAvailability: formTo<{
    readonly serviceId?: string;
    readonly kind?: string;
    readonly weeks?: string;
    readonly fullUntil?: string;
  }>('set-availability'),
} as const;
