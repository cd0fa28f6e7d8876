import type { Side } from '../case/referral.js';
import { policyOf, type ConditionOf, type PolicyRow } from '../case/policy-table.js';
import { tooManyInARow } from './absences.js';
import { isJustSent, isOpenMessage, type SchoolMessageState } from './school-message.js';
import { liveTrajectoryStates, trajectoryStates, type TrajectoryState } from './states.js';
import type { Trajectory } from './trajectory.js';

/** Everything that can be done with a trajectory, and that it can be seen. */
export const trajectoryActs = [
  'start',
  'postpone',
  'take-back-start',
  'look',
  'pause',
  'resume',
  'count-half-days',
  'note-absence',
  'take-back-absence',
  'correct-absence',
  'handle-absences',
  'agree-school',
  'write-school',
  'return-school',
  'release-school',
  'send-school',
  'unsend-school',
  'skip-school',
  'plan-school',
  'remind-school',
  'close',
  'reopen',
  'answer-still',
  'see',
  'drop',
  'follow-up',
  'still-at-school',
] as const;
export type TrajectoryAct = (typeof trajectoryActs)[number];

export type TrajectoryCondition =
  | 'just-said'
  | 'two-weeks'
  | 'was-absent'
  | 'in-a-row'
  | 'still-asked'
  | 'to-write'
  | 'to-release'
  | 'to-send'
  | 'just-sent'
  | 'school-open';
export type TrajectoryDenial = 'side' | 'state' | 'settled' | 'closed-for-good';
export type TrajectoryPolicyRow = PolicyRow<TrajectoryAct, TrajectoryState, TrajectoryCondition>;

/** The CLB, and the desk in its name. */
const atClb = ['clb', 'desk'] as const;
/** States in which something was or may be written for the school; a start that is taken back leaves what was written. */
const heard = ['awaited', 'started', 'paused', 'closed'] as const;
/** What the CLB released goes to the school, also when the place has ended. */
const ended = [...heard, 'dropped'] as const;
/** The provider, and the desk in its name. */
const running = ['provider', 'desk'] as const;

const row = (
  act: TrajectoryAct,
  by: readonly Side[],
  states: readonly TrajectoryState[],
  rule: string,
  ...when: TrajectoryCondition[]
): TrajectoryPolicyRow => ({ act, by, in: states, when, rule });

/** Who may do what when with a trajectory. Guards every act and draws every button, as the table of a referral does. */
export const trajectoryPolicy: readonly TrajectoryPolicyRow[] = [
  row('start', running, ['awaited'], 'R15: the provider says that it started'),
  row('postpone', running, ['awaited'], 'not yet: it is asked again'),
  row('take-back-start', running, ['started'], 'said by mistake, within a week', 'just-said'),
  row('look', running, ['started'], 'it was looked at and goes on: the next look has a day'),
  row('pause', running, ['started'], 'until a day'),
  row('resume', running, ['paused'], 'it goes on'),
  row('count-half-days', running, ['started', 'paused'], 'R15: half days per week, also to put right'),
  row('count-half-days', running, ['closed'], 'R15: the last weeks', 'two-weeks'),
  row('note-absence', running, ['started'], 'told to the CLB the same day'),
  row('take-back-absence', running, ['started', 'paused'], 'the pupil was there after all', 'was-absent'),
  row(
    'correct-absence',
    running,
    ['started', 'paused'],
    'an earlier day, a part of a day, or that the pupil was there',
  ),
  row('correct-absence', running, ['closed'], 'the last days', 'two-weeks'),
  row('handle-absences', ['desk'], ['started', 'paused'], 'three in a row: the desk sees to it', 'in-a-row'),
  row('agree-school', ['clb', 'provider', 'desk'], liveTrajectoryStates, 'R14, R15: what the school hears and when'),
  row('write-school', running, heard, 'R14: the provider writes what the school hears', 'to-write'),
  row('return-school', ['clb'], heard, 'R14: the CLB asks something first', 'to-release'),
  row('release-school', ['clb'], heard, 'R14: the CLB releases it, with consent', 'to-release'),
  row('send-school', atClb, ended, 'R14: the school has it', 'to-send'),
  row('unsend-school', atClb, ended, 'R14: for 15 minutes', 'just-sent'),
  row('skip-school', atClb, ended, 'R14: not this time', 'school-open'),
  row('plan-school', ['clock'], ['started', 'paused', 'closed'], 'what was agreed always has a day'),
  row('remind-school', ['clock'], ended, 'R14: asked for, and not forgotten', 'school-open'),
  row('close', running, ['started', 'paused'], 'R13, R15: with its outcome'),
  row('reopen', running, ['closed'], 'within two weeks', 'two-weeks'),
  row('answer-still', ['clb'], ['closed'], 'R13: is the pupil still at school, 3 and 9 months later', 'still-asked'),
  row('see', ['clb', 'provider', 'desk'], trajectoryStates, 'both sides, and the desk'),
  row('drop', ['clock'], liveTrajectoryStates, 'the referral has no place any more'),
  row('follow-up', ['clock'], liveTrajectoryStates, 'every state has an owner and a next date'),
  row('still-at-school', ['clock'], ['closed'], 'it is asked, reminded of once, then not known'),
];

const day = 86_400_000;
const within = (days: number, since: Date | null, now: Date): boolean =>
  since !== null && now.getTime() - since.getTime() <= days * day;

const hasMessageIn =
  (...states: readonly SchoolMessageState[]) =>
  ({ schoolMessages }: Trajectory): boolean =>
    schoolMessages.some(({ state }) => states.includes(state));

const conditions: Readonly<Record<TrajectoryCondition, ConditionOf<Trajectory, TrajectoryDenial>>> = {
  'just-said': { holds: ({ startedAt }, _actor, _side, now) => within(7, startedAt, now), denied: 'settled' },
  'was-absent': { holds: ({ absences }) => absences.length > 0, denied: 'state' },
  'to-write': { holds: hasMessageIn('expected', 'returned'), denied: 'state' },
  'to-release': { holds: hasMessageIn('written'), denied: 'state' },
  'to-send': { holds: hasMessageIn('released'), denied: 'state' },
  'just-sent': {
    holds: ({ schoolMessages }, _actor, _side, now) => schoolMessages.some((one) => isJustSent(one, now)),
    denied: 'settled',
  },
  'school-open': { holds: ({ schoolMessages }) => schoolMessages.some(isOpenMessage), denied: 'state' },
  'in-a-row': { holds: ({ absentRow }) => absentRow >= tooManyInARow, denied: 'state' },
  'still-asked': { holds: ({ still }) => still.asked !== null, denied: 'state' },
  'two-weeks': { holds: ({ since }, _actor, _side, now) => within(14, since, now), denied: 'closed-for-good' },
};

/** The policy of a trajectory, asked: see {@link policyOf}. */
export const trajectoryRights = policyOf<Trajectory, TrajectoryAct, TrajectoryCondition, TrajectoryDenial>({
  acts: trajectoryActs,
  rows: trajectoryPolicy,
  conditions,
});
