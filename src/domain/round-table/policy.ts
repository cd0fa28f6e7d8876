import type { Side } from '../case/referral.js';
import { policyOf, type ConditionOf, type PolicyRow } from '../case/policy-table.js';
import type { RoundTable, RoundTableState } from './round-table.js';

/** Everything that can be done with a round table, and that it can be seen. */
export const roundTableActs = [
  'plan',
  'plan-next',
  'hand-over',
  'move',
  'cancel',
  'note-held',
  'note-not-held',
  'see',
  'drop',
  'remind',
  'ask',
  'follow-up',
] as const;
export type RoundTableAct = (typeof roundTableActs)[number];

export type RoundTableCondition = 'organises' | 'to-come' | 'begun' | 'fresh';
export type RoundTableDenial = 'side' | 'state' | 'organiser' | 'begun' | 'not-begun' | 'settled';
export type RoundTablePolicyRow = PolicyRow<RoundTableAct, RoundTableState, RoundTableCondition>;

const both = ['clb', 'provider'] as const;
const everybody = [...both, 'desk'] as const;

const row = (
  act: RoundTableAct,
  by: readonly Side[],
  states: readonly RoundTableState[],
  rule: string,
  ...when: RoundTableCondition[]
): RoundTablePolicyRow => ({ act, by, in: states, when, rule });

/** Who may do what when with a round table. Guards every act and draws every button, as the table of a referral does. */
export const roundTablePolicy: readonly RoundTablePolicyRow[] = [
  row('plan', both, ['to-plan'], 'R10: who organises plans', 'organises'),
  row('plan', ['desk'], ['to-plan'], 'R10: the desk in its name'),
  row('plan-next', both, ['held'], 'R15: interim or closing', 'organises'),
  row('plan-next', ['desk'], ['held'], 'R15: the desk in its name'),
  row('hand-over', both, ['to-plan'], 'R10: the other side plans it', 'organises'),
  row('hand-over', ['desk'], ['to-plan'], 'R10: the desk in its name'),
  row('move', both, ['planned'], 'another moment or place', 'organises', 'to-come'),
  row('move', ['desk'], ['planned'], 'the desk in its name', 'to-come'),
  row('cancel', both, ['planned'], 'called off', 'organises', 'to-come'),
  row('cancel', ['desk'], ['planned'], 'the desk in its name', 'to-come'),
  row('note-held', everybody, ['planned'], 'R15: whoever was there says so', 'begun'),
  row('note-not-held', everybody, ['planned'], 'another moment is sought', 'begun'),
  row('note-not-held', everybody, ['held'], 'a mistaken answer, within a week', 'fresh'),
  row('see', everybody, ['to-plan', 'planned', 'held', 'dropped'], 'both sides, and the desk'),
  row('drop', ['clock'], ['to-plan', 'planned'], 'the referral has no place any more'),
  row('remind', ['clock'], ['planned'], 'the day before'),
  row('ask', ['clock'], ['planned'], 'the day after: was it held?'),
  row('follow-up', ['clock'], ['to-plan', 'planned'], 'every state has an owner and a next date'),
];

/** A wrong press is noticed within days; after a week what was said stands, since others have counted on it. */
const mendable = 7 * 86_400_000;

const conditions: Readonly<Record<RoundTableCondition, ConditionOf<RoundTable, RoundTableDenial>>> = {
  organises: { holds: ({ organiser }, _actor, side) => organiser === side, denied: 'organiser' },
  'to-come': { holds: ({ appointment }, _actor, _side, now) => (appointment?.startsAt ?? now) > now, denied: 'begun' },
  begun: {
    holds: ({ appointment }, _actor, _side, now) => appointment !== null && appointment.startsAt <= now,
    denied: 'not-begun',
  },
  fresh: { holds: ({ since }, _actor, _side, now) => now.getTime() - since.getTime() <= mendable, denied: 'settled' },
};

/** The policy of a round table, asked: see {@link policyOf}. */
export const roundTableRights = policyOf<RoundTable, RoundTableAct, RoundTableCondition, RoundTableDenial>({
  acts: roundTableActs,
  rows: roundTablePolicy,
  conditions,
});
