import type { DecisionId, MeetingId, OrganisationId, PersonId, ReferralId, SignalId } from '../ids.js';

/** What CLB workers and providers bring to the working group (R19). */
export const signalKinds = ['bottleneck', 'good-practice', 'policy'] as const;
export type SignalKind = (typeof signalKinds)[number];

export const signalRegions = ['VBO', 'AHV', 'both', 'outside'] as const;
export type SignalRegion = (typeof signalRegions)[number];
export const signalAges = ['under-12', '12-13', '14-15', '16-plus', 'all'] as const;
export type SignalAge = (typeof signalAges)[number];

export const signalStates = ['new', 'on-agenda', 'discussed', 'delivered', 'answered', 'merged', 'closed'] as const;
export type SignalState = (typeof signalStates)[number];

/** Why a signal is closed without an answer. */
export const closeReasons = ['solved', 'known', 'elsewhere', 'not-ours', 'unclear', 'other'] as const;
export type CloseReason = (typeof closeReasons)[number];

/**
 * A signal. Its text was checked for personal data before it was stored. An automatic one has no person; `rule` says by
 * which rule it was made and `counts` what was counted.
 */
export interface Signal {
  readonly id: SignalId;
  /** `S-2026-012`: year and a number in that year. */
  readonly reference: string;
  readonly kind: SignalKind;
  readonly text: string;
  readonly region: SignalRegion;
  readonly ageGroup: SignalAge;
  readonly state: SignalState;
  /** The case it came from, so that the sender finds it back; never shown with the signal. */
  readonly referralId: ReferralId | null;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  /** The stable key of an automatic signal (rule, region, age group, period); unique. */
  readonly rule: string | null;
  readonly counts: Readonly<Record<string, string | number>> | null;
  readonly mergedInto: SignalId | null;
  readonly meetingId: MeetingId | null;
  /** The body to which it was delivered, and its answer. */
  readonly deliveredTo: string | null;
  readonly answer: string | null;
  readonly decisionId: DecisionId | null;
  readonly closedBecause: CloseReason | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

export const signalActs = [
  'put-on-agenda',
  'take-off-agenda',
  'discuss',
  'deliver',
  'answer',
  'merge',
  'close',
  'reopen',
] as const;
export type SignalAct = (typeof signalActs)[number];

/** The life of a signal: from which states an act is possible, and where it leads. The sender is told at each step. */
export const signalSteps: Readonly<
  Record<SignalAct, { readonly from: readonly SignalState[]; readonly to: SignalState }>
> = {
  'put-on-agenda': { from: ['new', 'discussed'], to: 'on-agenda' },
  'take-off-agenda': { from: ['on-agenda'], to: 'new' },
  discuss: { from: ['on-agenda'], to: 'discussed' },
  deliver: { from: ['on-agenda', 'discussed'], to: 'delivered' },
  answer: { from: ['delivered'], to: 'answered' },
  merge: { from: ['new', 'on-agenda'], to: 'merged' },
  close: { from: ['new', 'on-agenda', 'discussed', 'delivered'], to: 'closed' },
  reopen: { from: ['closed', 'merged'], to: 'new' },
};

/** Where an act leads from this state, or null when it is not possible. */
export const signalAfter = (state: SignalState, act: SignalAct): SignalState | null =>
  signalSteps[act].from.includes(state) ? signalSteps[act].to : null;

/** What a signal that was just made does not have yet. */
export const unhandled = {
  state: 'new',
  mergedInto: null,
  meetingId: null,
  deliveredTo: null,
  answer: null,
  decisionId: null,
  closedBecause: null,
  version: 0,
} as const satisfies Partial<Signal>;
