import type { Action, ActionContext, Context, Job } from '../../../../src/contracts/action.js';
import { isRefusal, type Change, type Outcome, type Refusal } from '../../../../src/contracts/outcome.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { actionContext, context } from '../../../support/given.js';
import { readOf, type World } from './world.js';

/** What the platform does with a press: load, may, decide; the fields checked before. */
export async function press(
  action: Action,
  actor: Actor,
  world: World,
  data: Readonly<Record<string, unknown>>,
  over: Partial<ActionContext> = {},
): Promise<Outcome | Refusal> {
  const given = actionContext({ actor, ...over });
  const loaded = await action.load(readOf(world), action.subject.parse(data), given);
  if (isRefusal(loaded)) return loaded;
  return action.may(loaded, given) ?? action.decide(loaded, action.fields.parse(data), given);
}

/** As {@link press}, for a press that must go through. */
export async function pressed(...args: Parameters<typeof press>): Promise<Outcome> {
  const verdict = await press(...args);
  if (isRefusal(verdict)) throw new Error(`refused: ${verdict.refused}`);
  return verdict;
}

/** The codes of what is wrong with the fields. */
export const fieldErrors = (action: Action, data: object): string[] =>
  action.fields.safeParse(data).error?.issues.map(({ message }) => message) ?? [];

/** What a job decides when its moment has come; null when it has nothing to look at. */
export async function fallDue(
  job: Job,
  subject: object,
  world: World,
  over: Partial<Context> = {},
): Promise<Outcome | null> {
  const given = context(over);
  const loaded = await job.load(readOf(world), job.subject.parse(subject), given);
  return loaded === null ? null : job.decide(loaded, given);
}

export const saved = (outcome: Outcome | null): Change[] => [...(outcome?.changes ?? [])];

/** The referrals that are stored, in order. */
export const savedReferrals = (outcome: Outcome | null): Referral[] =>
  saved(outcome).flatMap((change) => ('put' in change && change.put === 'referral' ? [change.row] : []));

export const noticeKeys = (outcome: Outcome | null): string[] => (outcome?.notices ?? []).map(({ key }) => key);

/** The sentences told in threads, by name. */
export const told = (outcome: Outcome | null): unknown[] =>
  (outcome?.notices ?? []).map(({ params }) => params['what']);
