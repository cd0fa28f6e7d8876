import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isOf, type Actor } from '../../../contracts/actor.js';
import type { Change, Outcome, Refusal } from '../../../contracts/outcome.js';
import type { StillAsked } from '../../../contracts/trajectory.js';
import { stillAnswers } from '../../../domain/codes.js';
import { trajectoryCards } from '../../../domain/trajectory/cards.js';
import { decideTrajectory, isTrajectoryDenied } from '../../../domain/trajectory/decide.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import type { TrajectoryChange } from '../../../domain/trajectory/placing.js';
import { caseActor, organisationFor } from '../case-actor.js';
import { hasSchool } from './act-on-trajectory.js';
import { stillCount } from './still-by-clock.js';
import { loadStill, mayAnswerStill, stillFields, stillParams, stillPerCard, type StillFacts } from './still-facts.js';

const answer = z.enum(stillAnswers).nullable().catch(null);

interface Answering extends StillFacts {
  /** Of whom an answer stands on the card that was pressed, in order; null: of whom nothing is asked any more. */
  readonly shown: readonly (StillAsked | null)[];
}

/**
 * Is the pupil still at school? One press for one pupil, one submit for several; what was left open stays asked. What is answered
 * is an input and no subject: it is counted, and stands neither beside the pupil nor in the log of who did what.
 */
export const answerStill = action({
  slug: 'answer-still',
  subject: stillParams.extend({ ids: z.string() }),
  fields: z.record(z.string(), z.unknown()),
  async load(read, { ids, ...card }): Promise<Answering | Refusal> {
    const facts = await loadStill(read, card);
    if (facts === null) return { refused: 'not-found' };
    const shown = ids
      .split(',')
      .slice(0, stillPerCard)
      .map((id) => facts.rows.find(({ trajectory }) => trajectory.id === id) ?? null);
    return { ...facts, shown };
  },
  may: (facts, { actor }) => mayAnswerStill(facts, actor) ?? mayAnswerNow(facts, actor),
  decide({ of, who, on, again, shown }, fields, context): Outcome {
    const done = shown.flatMap((row, index) => {
      const said = answer.parse(fields[shown.length === 1 ? 'answer' : (stillFields[index] ?? '')]);
      return row === null || said === null ? [] : answered(row, said, context);
    });
    return {
      trajectories: done.map(({ change }) => change),
      changes: done.map(({ counted }) => counted),
      reply: trajectoryCards.still.shown({ of, who, on, ...(again === undefined ? {} : { again }) }),
    };
  },
});

/** Who left the team hears so: an answer is never dropped without a word. */
function mayAnswerNow({ shown }: Answering, actor: Actor): Refusal | null {
  if (actor.organisations.length === 0) return { refused: 'not-a-member' };
  const isStranger = shown.some((row) => row !== null && !isOf(actor, row.referral.clbId));
  return isStranger ? { refused: 'not-yours' } : null;
}

/** One answer: that it was given, and apart from it what; nothing when the policy does not allow it. */
function answered(
  { trajectory, referral }: StillAsked,
  said: (typeof stillAnswers)[number],
  context: ActionContext,
): { readonly change: TrajectoryChange; readonly counted: Change }[] {
  const { actor, now, calendar, settings } = context;
  const asked = trajectory.still.asked;
  const by = { personId: actor.person.id, organisationId: null };
  const moment = { now, calendar, settings, hasSchool: hasSchool({ referral }), actor: caseActor(actor, referral), by };
  const decided = decideTrajectory(trajectory, { act: 'answer-still' }, moment);
  if (isTrajectoryDenied(decided) || asked === null) return [];
  const events = decided.map((one) => ({
    ...one,
    organisationId: organisationFor(actor, referral, one.side),
  })) as TrajectoryEvent[];
  const change = { id: trajectory.id, before: trajectory, events };
  return [{ change, counted: stillCount(referral, asked.months, said, context) }];
}
