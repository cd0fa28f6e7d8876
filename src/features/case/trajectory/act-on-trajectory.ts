import { z } from 'zod';
import type { ActionContext, Context } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { Outcome, Refusal, Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { trajectoryCards, trajectoryReaders, type TrajectoryReader } from '../../../domain/trajectory/cards.js';
import {
  decideTrajectory,
  isTrajectoryDenied,
  isTrajectoryDone,
  type TrajectoryCommand,
  type TrajectoryMoment,
} from '../../../domain/trajectory/decide.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { trajectoryRights, type TrajectoryAct, type TrajectoryDenial } from '../../../domain/trajectory/policy.js';
import { currentTrajectory } from '../../../domain/trajectory/trajectory.js';
import type { RefusalCode } from '../../../domain/refusal.js';
import { caseActor, organisationFor, theClock } from '../case-actor.js';

/** What a button of a trajectory carries: which one, and on whose card it stands. */
export const trajectorySubject = z.object({
  trajectoryId: id<TrajectoryId>(),
  side: z.enum(trajectoryReaders).nullish(),
});

/** A trajectory on which somebody acts, and the card that was pressed. */
export interface ActingOn extends TrajectoryCase {
  readonly side: TrajectoryReader | undefined;
}

/** Loads a trajectory to act on; refuses with `not-found`. */
export async function loadTrajectory(
  read: Read,
  { trajectoryId, side }: z.output<typeof trajectorySubject>,
): Promise<ActingOn | Refusal> {
  const facts = await read.trajectory(trajectoryId);
  return facts === null ? { refused: 'not-found' } : { ...facts, side: side ?? undefined };
}

/** Whether the pupil is enrolled in a school that can hear how it goes (R6, R14). */
export const hasSchool = ({ referral }: Pick<TrajectoryCase, 'referral'>): boolean => referral.enrolment === 'enrolled';

type Present = Extract<Reply, { show: string }>;

/** The card that shows the present state to who pressed. */
export const present = ({ trajectory, side }: ActingOn): Present =>
  trajectoryCards.card.shown({ trajectoryId: trajectory.id, side });

const momentOf = (context: ActionContext, { referral }: Pick<TrajectoryCase, 'referral'>): TrajectoryMoment => ({
  now: context.now,
  calendar: context.calendar,
  settings: context.settings,
  hasSchool: hasSchool({ referral }),
  actor: caseActor(context.actor, referral),
  by: { personId: context.actor.person.id, organisationId: null },
});

/** What is said of a press that does not fit the moment. */
const refusedAs: Readonly<Record<Exclude<TrajectoryDenial, 'side'>, RefusalCode>> = {
  state: 'outdated',
  settled: 'trajectory-settled',
  'closed-for-good': 'trajectory-closed',
};

function refusalOf(denied: TrajectoryDenial, facts: ActingOn, context: ActionContext): Refusal {
  const { sides } = caseActor(context.actor, facts.referral);
  if (denied === 'side') return { refused: sides.includes('clb') ? 'only-provider' : 'not-yours' };
  const { show: view, with: params } = present(facts);
  return { refused: refusedAs[denied], show: { view, with: params } };
}

/** Whether anything is still to be done with it: its referral has the place, or ended with it, and no later one came after it. */
export const isStillOpen = ({ trajectory, referral, trajectories }: TrajectoryCase): boolean =>
  ['placed', 'completed'].includes(referral.state) && currentTrajectory(trajectories)?.id === trajectory.id;

/** Whether this act may be done now: null, or why not. What was done already is let through: it then shows that it is. */
export function mayDo(facts: ActingOn, act: TrajectoryAct, context: ActionContext): Refusal | null {
  const verdict = trajectoryRights.can(momentOf(context, facts).actor, act, facts.trajectory, context.now);
  if ('denied' in verdict && verdict.denied === 'side') return refusalOf('side', facts, context);
  if (!isStillOpen(facts)) return refusalOf('state', facts, context);
  if ('side' in verdict || (verdict.denied === 'state' && isTrajectoryDone(facts.trajectory, act))) return null;
  return refusalOf(verdict.denied, facts, context);
}

/** An act on one trajectory: what happens, and the present state as reply. */
export function doIt(facts: ActingOn, command: TrajectoryCommand, context: ActionContext): Outcome | Refusal {
  const { trajectory, referral } = facts;
  const decided = decideTrajectory(trajectory, command, momentOf(context, facts));
  if (isTrajectoryDenied(decided))
    return isTrajectoryDone(trajectory, command.act)
      ? { reply: present(facts) }
      : refusalOf(decided.denied, facts, context);
  const events = decided.map((one) => ({
    ...one,
    organisationId: organisationFor(context.actor, referral, one.side),
  })) as TrajectoryEvent[];
  return { trajectories: [{ id: trajectory.id, before: trajectory, events }], reply: present(facts) };
}

/** What the program does with a trajectory by itself; nothing when the policy or the state does not ask for it. */
export function doByClock(
  { trajectory, referral }: TrajectoryCase,
  command: TrajectoryCommand,
  context: Context,
): Outcome {
  const { now, calendar, settings } = context;
  const by = { personId: null, organisationId: null };
  const decided = decideTrajectory(trajectory, command, {
    now,
    calendar,
    settings,
    actor: theClock,
    by,
    hasSchool: hasSchool({ referral }),
  });
  return isTrajectoryDenied(decided)
    ? {}
    : { trajectories: [{ id: trajectory.id, before: trajectory, events: decided }] };
}
