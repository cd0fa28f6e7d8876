import type { LocalDate } from '../../domain/local-date.js';
import type { DraftId, OrganisationId, PersonId, ReferralId, ServiceId } from '../../domain/ids.js';
import { referenceTo } from '../../domain/reference-to.js';
import type { Reconciled } from '../../domain/reconciled.js';

type OfDraft = { readonly draftId: DraftId };
type OfService = { readonly serviceId: ServiceId };
type OpenedFrom = { readonly referralId: ReferralId; readonly why?: string };

/** The cards around a referral beside those that show it ({@link caseCards}). */
export const caseViews = {
  review: referenceTo<OfDraft>('review-referral'),
  duplicate: referenceTo<OfDraft>('duplicate-found'),
  stopped: referenceTo<OfDraft>('intake-stopped'),
  drafts: referenceTo<{ readonly personId: PersonId }>('open-drafts'),
  openedFile: referenceTo<OpenedFrom>('opened-file'),
  papers: referenceTo<OpenedFrom>('case-papers'),
  history: referenceTo<OpenedFrom>('case-history'),
  openedQuestions: referenceTo<OpenedFrom>('opened-questions'),
  worklist: referenceTo<{
    readonly organisationIds: readonly OrganisationId[];
    readonly personId?: PersonId | null;
    readonly page: number;
  }>('my-referrals'),
  named: referenceTo<{ readonly organisationIds: readonly OrganisationId[]; readonly page: number }>('named-referrals'),
  mention: referenceTo<{ readonly referralId: ReferralId }>('referral-mention'),
  waitlists: referenceTo<{ readonly organisationId: OrganisationId; readonly also?: readonly OrganisationId[] }>(
    'waitlist-choice',
  ),
  waitlistStands: referenceTo<OfService>('waitlist-stands'),
  availability: referenceTo<OfService>('service-availability'),
  openAgain: referenceTo<OfService & { readonly asked: LocalDate }>('open-again'),
  reconciled: referenceTo<Pick<Reconciled, keyof Reconciled>>('reconciled'),
  reconcileBegun: referenceTo<Readonly<Record<string, never>>>('reconcile-begun'),
} as const;
