import type {
  Effort,
  Enrolment,
  NoMatchReason,
  Presence,
  ProblemDomain,
  RequestSource,
  SchoolForm,
  Target,
  Urgency,
  WantedForm,
  WithdrawReason,
} from './codes.js';
import type { DraftId, OrganisationId, PersonId, ReferralId, ServiceId, TrailId } from './ids.js';
import { after, mayUndoTo, type Act, type ReferralState, type Side } from './referral-states.js';

/** What an answer can be taken back to, until when, and everything it changed together (`group`). */
export interface Undo {
  readonly state: ReferralState;
  readonly until: string;
  readonly side: Side;
  /** The answer's own id: full touches several referrals, all are taken back together. */
  readonly group: string;
  /** The service's `fullUntil` before the answer. */
  readonly fullUntil?: string | null;
}

/**
 * A referral as everybody concerned may see it in a channel: reference, age band, region, kind of question.
 * Name, birth date, contacts and typed text stand only in the sealed {@link CaseFile}.
 */
export interface Referral {
  readonly id: ReferralId;
  /** `2026-0042`: year of registration and a number in that year. */
  readonly reference: string;
  readonly trailId: TrailId;
  readonly draftId: DraftId;
  readonly clbId: OrganisationId;
  readonly referrerId: PersonId;
  /** Null: the desk chooses. */
  readonly providerId: OrganisationId | null;
  readonly serviceId: ServiceId | null;
  readonly state: ReferralState;
  readonly target: Target;
  /** Band at registration, e.g. `14-15`; null for a group, teachers or school. */
  readonly ageBand: string | null;
  readonly schoolForm: SchoolForm | null;
  /** `VBO`, `AHV` or `outside`. */
  readonly region: string;
  /** Why that region: domicile, residence, school, clb (R7). */
  readonly regionBecause: readonly string[];
  readonly source: RequestSource;
  readonly enrolment: Enrolment;
  readonly problemDomains: readonly ProblemDomain[];
  readonly efforts: readonly Effort[];
  readonly presence: Presence | null;
  readonly wantedForms: readonly WantedForm[];
  readonly urgency: Urgency;
  readonly groupSize: number | null;
  readonly firstRegisteredAt: Date;
  readonly registeredAt: Date;
  readonly deliverAt: Date | null;
  readonly deliveredAt: Date | null;
  /** Until when the provider is expected to contact the referrer (R9). */
  readonly contactBy: Date | null;
  readonly contactedAt: Date | null;
  /** Who has the case on his or her name at the provider. */
  readonly contactedBy: PersonId | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: PersonId | null;
  /** `YYYY-MM-DD`, as the provider expects it. */
  readonly expectedStartOn: string | null;
  readonly noMatchReason: NoMatchReason | null;
  readonly withdrawReason: WithdrawReason | null;
  readonly undo: Undo | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

/** Why the desk comes first; null when the referral goes to the provider at the next opening (R4, R7). */
export function heldBecause(
  region: string,
  serviceId: ServiceId | null,
  deskFirst: boolean,
): 'outside' | 'chooses' | 'looks-first' | null {
  if (region === 'outside') return 'outside';
  if (serviceId === null) return 'chooses';
  return deskFirst ? 'looks-first' : null;
}

/** What a referral that has not been delivered yet does not have. */
export const unanswered = {
  deliveredAt: null,
  contactBy: null,
  contactedAt: null,
  contactedBy: null,
  answeredAt: null,
  answeredBy: null,
  expectedStartOn: null,
  noMatchReason: null,
  withdrawReason: null,
  undo: null,
  closedAt: null,
} as const;

/** How long an answer can be taken back. */
export const undoMinutes = 15;

/** A change of state: the new referral, or why not. `by` is the side that acts. */
export type Step = { readonly referral: Referral } | { readonly refused: 'outdated' | 'undo-too-late' };

/** Carries out an act of the state table; `patch` are the facts that come with it. An act of the other side ends the undo. */
export function step(referral: Referral, act: Exclude<Act, 'undo'>, by: Side, patch: Partial<Referral> = {}): Step {
  const state = after(referral.state, act, by);
  return state === null ? { refused: 'outdated' } : { referral: { ...referral, undo: null, ...patch, state } };
}

/** An answer by the provider or the desk: as {@link step}, and remembered so that it can be taken back for 15 minutes. */
export function answer(
  referral: Referral,
  act: Exclude<Act, 'undo'>,
  by: Side,
  given: { readonly now: Date; readonly person: PersonId; readonly group: string; readonly fullUntil?: string | null },
  patch: Partial<Referral> = {},
): Step {
  const undo: Undo = {
    state: referral.state,
    until: new Date(given.now.getTime() + undoMinutes * 60_000).toISOString(),
    side: by,
    group: given.group,
    ...(given.fullUntil === undefined ? {} : { fullUntil: given.fullUntil }),
  };
  return step(referral, act, by, { answeredAt: given.now, answeredBy: given.person, ...patch, undo });
}

/** Takes the last answer back: possible until its time has passed or the other side has acted (which cleared `undo`). */
export function takeBack(referral: Referral, by: Side, now: Date): Step {
  const undo = referral.undo;
  if (undo === null || new Date(undo.until) < now || !mayUndoTo(referral.state, undo.state))
    return { refused: 'undo-too-late' };
  if (by !== undo.side && by !== 'desk') return { refused: 'undo-too-late' };
  const contacted = undo.state !== 'delivered' && undo.state !== 'registered';
  const fromList = referral.state === 'waitlisted' || referral.state === 'waitlist-proposed';
  return {
    referral: {
      ...referral,
      state: undo.state,
      undo: null,
      answeredAt: null,
      answeredBy: null,
      noMatchReason: null,
      ...(contacted ? {} : { contactedAt: null, contactedBy: null }),
      ...(fromList ? { expectedStartOn: null } : {}),
      closedAt: null,
    },
  };
}

/** Whether the answer can still be taken back at this moment. */
export const canTakeBack = (referral: Referral, now: Date): boolean =>
  referral.undo !== null && new Date(referral.undo.until) >= now && mayUndoTo(referral.state, referral.undo.state);
