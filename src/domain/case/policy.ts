import { letterStates } from './letter-states.js';
import { isCheckedNow, mayReturn } from './check-in.js';
import { unhelpedStates } from './match.js';
import { policyOf, type CaseActor, type ConditionOf, type PolicyRow } from './policy-table.js';
import { askedBy, toAnswer } from './question.js';
import type { Referral, Side } from './referral.js';
import { liveStates, openStates, referralStates, waitingStates, type ReferralState } from './states.js';

export type { CaseActor };

/** Everything that can be done with a referral that exists, and everything of it that can be seen. */
export const acts = [
  'resend',
  'recall',
  'amend',
  'assign',
  'take-match',
  'deliver',
  'receive',
  'miss',
  'note-phoned',
  'contact',
  'place',
  'propose-waitlist',
  'put-on-waitlist',
  'refuse-match',
  'mark-full',
  'hear-full',
  'hear-open',
  'undo',
  'correct',
  'keep',
  'free-place',
  'confirm-place',
  'move-start',
  'refer-on',
  'ask-question',
  'answer-question',
  'withdraw-question',
  'leave-note',
  'hand-over',
  'keep-beside',
  'confirm-waiting',
  'return-to-list',
  'complete',
  'reopen',
  'withdraw',
  'remind',
  'remind-question',
  'remind-beside',
  'check-in',
  'match',
  'end-undo',
  'follow-up',
  'see-post',
  'see-offer',
  'see-before-desk',
  'open-file',
  'open-school',
  'see-history',
  'see-read-log',
  'see-letter',
  'see-copy',
  'see-account',
  'erase',
] as const;
export type Act = (typeof acts)[number];

/** What must hold besides side and state. */
export type Condition =
  | 'author'
  | 'undo-open'
  | 'own-answer'
  | 'received'
  | 'delivered'
  | 'asked'
  | 'has-asked'
  | 'only-start'
  | 'beside'
  | 'checked'
  | 'matched'
  | 'left-list'
  | 'over';

export type CasePolicyRow = PolicyRow<Act, ReferralState, Condition>;

const answering = ['provider', 'desk'] as const;
const choosing = ['clb', 'desk'] as const;
const waitingForAnswer = ['delivered', 'contacted'] as const;
const answeredStates = ['placed', 'waitlist-proposed', 'waitlisted', 'place-free', 'full', 'no-match'] as const;
/** States in which the addressed provider has a part and may open the pupil's data. */
export const withProvider = [
  ...waitingForAnswer,
  'placed',
  'waitlist-proposed',
  'waitlisted',
  'place-free',
] as const satisfies readonly ReferralState[];

/** States in which somebody of the provider may have it on his or her name. */
const onName = withProvider.filter((state) => state !== 'delivered');

const row = (
  act: Act,
  by: readonly Side[],
  states: readonly ReferralState[],
  rule: string,
  ...when: Condition[]
): CasePolicyRow => ({ act, by, in: states, when, rule });

/** Who may do what when. What a card offers, what an act accepts and what the docs say all come from here. */
export const policy: readonly CasePolicyRow[] = [
  row('resend', ['clb'], ['recalled'], 'R4: sent again after it was called back', 'author'),
  row('recall', ['clb'], ['registered', 'held', 'to-phone'], 'R4: may change until delivery', 'author'),
  row(
    'amend',
    ['clb'],
    ['dispatched', ...withProvider],
    'an answer of the intake is put right; the provider reads old and new',
  ),
  row('assign', ['desk'], ['held'], 'the desk chooses where it goes, or looks first'),
  row('take-match', ['clb'], ['held'], 'R12: a service with room, of which the CLB was told', 'matched'),
  row('deliver', ['desk', 'clock'], ['registered'], 'R4: delivered while the desk is active'),
  row('receive', ['clock'], ['dispatched', 'to-phone', 'waitlisted', 'place-free'], 'delivered means received'),
  row('miss', ['clock'], ['dispatched'], 'the post did not arrive: the desk phones'),
  row('note-phoned', ['desk'], ['dispatched', 'to-phone'], 'delivered means received: the desk has phoned'),
  row('contact', answering, ['delivered'], 'R9'),
  row('place', answering, waitingForAnswer, 'R10, one start in a trail', 'only-start'),
  row('propose-waitlist', answering, waitingForAnswer, 'R11: the CLB has not been asked yet'),
  row('put-on-waitlist', answering, waitingForAnswer, 'R11: the CLB keeps it'),
  row('refuse-match', answering, waitingForAnswer, 'R12'),
  row('mark-full', answering, [...waitingForAnswer, 'waitlist-proposed'], 'R12'),
  row(
    'mark-full',
    ['clock'],
    ['registered', 'dispatched', 'to-phone', ...waitingForAnswer, 'waitlist-proposed'],
    'R12',
  ),
  row('hear-full', ['clock'], waitingStates, 'R12: stays on the list, the referrer is told'),
  row('hear-open', ['clock'], waitingStates, 'R12: full was taken back'),
  row('undo', ['provider'], ['contacted', ...answeredStates], 'for 15 minutes', 'undo-open', 'own-answer'),
  row('undo', ['desk', 'clock'], ['contacted', ...answeredStates], 'for 15 minutes', 'undo-open'),
  row('correct', answering, answeredStates, 'a mistaken answer, with a reason', 'delivered'),
  row('keep', choosing, ['waitlist-proposed', 'full'], 'R11'),
  row('free-place', answering, ['waitlisted'], 'R11: the provider calls back'),
  row('confirm-place', choosing, ['place-free'], 'R10: still needed, one start in a trail', 'only-start'),
  row('move-start', answering, ['waitlist-proposed', 'waitlisted'], 'R11: the referrer is told'),
  row(
    'refer-on',
    ['clb'],
    [...waitingForAnswer, ...answeredStates.filter((one) => one !== 'placed')],
    'R12: never automatic',
  ),
  row('refer-on', ['clb'], ['dispatched', 'to-phone'], 'R12: at will'),
  row('refer-on', ['clb'], ['withdrawn', 'completed'], 'R12: later, with everything carried over'),
  row('ask-question', ['clb'], withProvider, 'a question to the other side', 'delivered'),
  row('ask-question', ['provider'], withProvider, 'a question to the other side', 'received'),
  row('answer-question', ['clb', 'desk'], withProvider, 'the side that was asked, or the desk in its name', 'asked'),
  row('answer-question', ['provider'], withProvider, 'the side that was asked', 'received', 'asked'),
  row('withdraw-question', ['clb', 'provider'], withProvider, 'not needed any more', 'has-asked'),
  row('leave-note', ['provider'], ['placed'], 'R14: how it goes, for the CLB', 'received'),
  row('hand-over', ['clb'], openStates, 'somebody else of the CLB has it on his or her name'),
  row('hand-over', ['provider'], onName, 'somebody else of the provider has it on his or her name', 'received'),
  row('hand-over', ['desk'], openStates, 'who had it on his or her name is not there any more'),
  row('keep-beside', choosing, liveStates, 'R12: another of the trail has a place', 'beside'),
  row('confirm-waiting', choosing, ['waitlisted'], 'R11: the place on the list is still needed', 'checked'),
  row('return-to-list', choosing, ['withdrawn'], 'R11: within two weeks, with its place', 'left-list'),
  row('complete', answering, ['placed'], 'R13, R15: its trajectory ended'),
  row('reopen', answering, ['completed'], 'its trajectory goes on after all', 'only-start'),
  row('withdraw', choosing, openStates, 'R12: by the referrer, with a coded reason'),
  row('remind', ['clock'], ['delivered'], 'R9'),
  row('remind-question', ['clock'], withProvider, 'an answer does not come', 'asked'),
  row('remind-beside', ['clock'], liveStates, 'it still runs beside a place', 'beside'),
  row('check-in', ['clock'], ['waitlisted', 'withdrawn'], 'R11: every few weeks; silence removes nobody'),
  row('match', ['clock'], unhelpedStates, 'R12: a service with room would fit; only the CLB hears it'),
  row('end-undo', ['clock'], referralStates, 'no card offers it any more'),
  row('follow-up', ['clock'], openStates, 'every state has an owner and a next date'),
  row('see-post', choosing, referralStates, 'the referrer’s CLB, and the desk'),
  row('see-offer', answering, referralStates, 'R4: the provider once it was received', 'received'),
  row('see-before-desk', ['desk'], referralStates, 'what needs a person'),
  row('open-file', choosing, referralStates, 'the referrer’s CLB and the desk, each opening logged'),
  row('open-file', ['provider'], withProvider, 'until its answer closes its part', 'received'),
  row('open-school', choosing, referralStates, 'R14: what the school hears, each opening logged'),
  row('open-school', ['provider'], ['placed', 'completed'], 'R14: what it wrote, each opening logged', 'received'),
  row('see-history', choosing, referralStates, 'what happened to it'),
  row('see-read-log', choosing, referralStates, 'who opened the pupil’s data, for which organisation'),
  row('see-letter', ['clb'], letterStates, 'a letter for the family, which the CLB gives it'),
  row('see-copy', ['clb'], referralStates, 'a copy for the CLB’s own file, each opening logged'),
  row('see-account', ['desk'], referralStates, 'everything about one pupil, on request; each opening logged'),
  row(
    'erase',
    ['desk', 'clock'],
    referralStates,
    'everything personal, of the whole trail: on request, or by its term',
    'over',
  ),
];

/** Nothing is waited for any more: it was withdrawn, it ended, or another referral of the trail goes on. */
export const isOver = ({ state, referredOn }: Pick<Referral, 'state' | 'referredOn'>): boolean =>
  state === 'withdrawn' || state === 'completed' || referredOn;

/** Why an act is not allowed. */
export type Denial =
  'side' | 'author' | 'state' | 'undo-too-late' | 'not-received' | 'no-question' | 'placed-elsewhere';

/** Before it was received, a referral does not exist for the provider (R4); on its list it does. */
export const isKnownToProvider = ({ deliveredAt, state }: Pick<Referral, 'deliveredAt' | 'state'>): boolean =>
  deliveredAt !== null || ['waitlisted', 'place-free', 'placed'].includes(state);

/** What must hold besides side and state, and what is said when it does not. */
const conditions: Readonly<Record<Condition, ConditionOf<Referral, Denial>>> = {
  author: { holds: (_referral, { isAuthor }) => isAuthor, denied: 'author' },
  'undo-open': {
    holds: ({ undo }, _actor, side, now) => undo !== null && (side === 'clock' || undo.until >= now),
    denied: 'undo-too-late',
  },
  'own-answer': { holds: ({ undo }, _actor, side) => undo?.side === side, denied: 'undo-too-late' },
  received: {
    holds: (referral, _actor, side) => side === 'desk' || isKnownToProvider(referral),
    denied: 'not-received',
  },
  delivered: { holds: ({ deliveredAt }) => deliveredAt !== null, denied: 'not-received' },
  asked: {
    holds: (referral, _actor, side) =>
      side === 'clb' || side === 'provider' ? toAnswer(referral, side).length > 0 : referral.questions.length > 0,
    denied: 'no-question',
  },
  'only-start': { holds: ({ besidePlace }) => besidePlace === null, denied: 'placed-elsewhere' },
  beside: { holds: ({ besidePlace }) => besidePlace !== null && !besidePlace.kept, denied: 'state' },
  checked: { holds: isCheckedNow, denied: 'state' },
  matched: { holds: ({ match }) => match !== null, denied: 'state' },
  'left-list': { holds: (referral, _actor, _side, now) => mayReturn(referral, now), denied: 'state' },
  over: { holds: isOver, denied: 'state' },
  'has-asked': { holds: (referral, _actor, side) => askedBy(referral, side).length > 0, denied: 'no-question' },
};

/** The policy of a referral, asked: see {@link policyOf}. */
export const { can, allowedActs } = policyOf<Referral, Act, Condition, Denial>({ acts, rows: policy, conditions });
