import { policyOf, type ConditionOf, type PolicyRow } from '../case/policy-table.js';
import type { Side } from '../case/referral.js';
import { inquiryStates, isOverForProvider, liveInquiryStates, type Inquiry, type InquiryState } from './inquiry.js';

/** Everything that can be done with a question before referring, and that it can be seen. */
export const inquiryActs = [
  'answer',
  'forward',
  'withdraw',
  'ask-another',
  'refer',
  'hand-over',
  'read',
  'see',
  'miss',
  'follow-up',
  'lapse',
  'erase',
] as const;
export type InquiryAct = (typeof inquiryActs)[number];
export type InquiryCondition = 'kept' | 'still-asked';
export type InquiryDenial = 'side' | 'state' | 'erased';
export type InquiryPolicyRow = PolicyRow<InquiryAct, InquiryState, InquiryCondition>;

const row = (
  act: InquiryAct,
  by: readonly Side[],
  states: readonly InquiryState[],
  rule: string,
  ...when: InquiryCondition[]
): InquiryPolicyRow => ({ act, by, in: states, when, rule });

/** Who may do what when with a question before referring. Guards every act and draws every button. */
export const inquiryPolicy: readonly InquiryPolicyRow[] = [
  row('answer', ['provider', 'desk'], liveInquiryStates, 'one press; also put right, as long as nothing came of it'),
  row('forward', ['desk'], ['asked'], 'the desk asks a provider, or another'),
  row('withdraw', ['clb'], liveInquiryStates, 'not needed any more'),
  row('ask-another', ['clb'], ['asked', 'answered', 'withdrawn', 'lapsed'], 'the same facts, one press', 'kept'),
  row('refer', ['clb'], inquiryStates, 'R1: an intake with nothing typed again; the answer binds nobody', 'kept'),
  row('hand-over', ['clb', 'desk'], liveInquiryStates, 'who falls ill or leaves hands over what he or she asked'),
  row('read', ['clb', 'desk'], inquiryStates, 'what was typed is sealed, and opened for one person', 'kept'),
  row('read', ['provider'], liveInquiryStates, 'as long as something is asked of it', 'kept', 'still-asked'),
  row('see', ['clb', 'provider', 'desk'], inquiryStates, 'both sides, and the desk'),
  row('miss', ['clock'], ['asked'], 'its provider has no channel any more'),
  row('follow-up', ['clock'], liveInquiryStates, 'every state has an owner and a next date'),
  row('lapse', ['clock'], liveInquiryStates, 'nothing came of it for long'),
  row('erase', ['clock'], ['withdrawn', 'lapsed'], 'what was typed is not kept longer than an intake', 'kept'),
];

const conditions: Readonly<Record<InquiryCondition, ConditionOf<Inquiry, InquiryDenial>>> = {
  kept: { holds: ({ erased }) => !erased, denied: 'erased' },
  'still-asked': { holds: (inquiry) => !isOverForProvider(inquiry), denied: 'state' },
};

/** The policy of a question before referring, asked: see {@link policyOf}. */
export const inquiryRights = policyOf<Inquiry, InquiryAct, InquiryCondition, InquiryDenial>({
  acts: inquiryActs,
  rows: inquiryPolicy,
  conditions,
});
