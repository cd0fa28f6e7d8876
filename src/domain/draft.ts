import type { DraftId, OrganisationId, PersonId, ReferralId, TrailId } from './ids.js';

/** The parts of the intake; what follows is the review, where the provider is chosen. */
export const intakeSteps = ['describe-pupil', 'describe-question', 'record-consent'] as const;
export type IntakeStep = (typeof intakeSteps)[number];

/** Where the steps of earlier versions went, for cards that stand in people's chats. */
export const formerSteps: Readonly<Record<string, IntakeStep | 'review-referral'>> = {
  'check-conditions': 'describe-pupil',
  'choose-region': 'describe-pupil',
  'choose-provider': 'review-referral',
};

/** Everything typed or chosen in the intake, raw, by field: kept also when it is wrong, so that nothing typed is lost. */
export type Typed = Readonly<Record<string, string>>;

/**
 * An intake under way. `typed` is sealed at rest under the trail's key. A draft lives on after sending: it stays the
 * source of "wijzigen" until delivery, and its `referralId` makes a second "Verzenden" show the first receipt.
 */
export interface Draft {
  readonly id: DraftId;
  readonly trailId: TrailId;
  readonly personId: PersonId;
  readonly clbId: OrganisationId;
  /** Where the worker stands: a step, or `review-referral`. */
  readonly step: IntakeStep | 'review-referral';
  /** Steps that were submitted at least once: only there are errors shown. */
  readonly tried: readonly string[];
  readonly typed: Typed;
  readonly state: 'open' | 'sent' | 'discarded';
  /** Set when sent; with state `open` again after a recall (R4). */
  readonly referralId: ReferralId | null;
  /** The referral this one follows up (same trail), when the worker refers on (R12). */
  readonly follows: ReferralId | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

/** The path of one pupil through all his or her referrals: one key, one first registration date. */
export interface Trail {
  readonly id: TrailId;
  readonly firstRegisteredAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** The personal part of a referral, sealed at rest: what was typed in the intake when it was sent. */
export interface CaseFile {
  readonly referralId: ReferralId;
  readonly trailId: TrailId;
  readonly typed: Typed;
}

/** By whom a pupil is recognised within one CLB; only a keyed digest of it is stored. */
export interface Identity {
  readonly name: string;
  readonly birthDate: string;
}
