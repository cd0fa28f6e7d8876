import type { ActionContext } from '../../../contracts/action.js';
import { livingPosts, tellProvider, tellReferrer, type Told } from '../../../contracts/notices.js';
import type { Notice, Outcome, Refusal } from '../../../contracts/outcome.js';
import type { Side } from '../../../domain/case/states.js';
import { answer, type Referral } from '../../../domain/case/referral.js';
import { answeringSide, gaveItAlready, presentState, tooLate, type AnswerAct, type AnswerFacts } from './answering.js';

/** Key of the clock that runs until the provider has contacted the referrer (R9). */
export const remindKey = (referral: Referral): string => `referral:${referral.id}:remind`;

interface Given {
  readonly act: AnswerAct;
  /** The event's name, and the sentence in the threads. */
  readonly what: string;
  readonly told?: Told;
  readonly patch?: Partial<Referral>;
}

/**
 * Gives an answer: the new state with its undo, history, the reply in the CLB's thread, all posts fresh, the clock
 * stopped. The desk answers in the provider's name, which is recorded and told to both. A repeat of one's own answer
 * shows the present state.
 */
export function giveAnswer(facts: AnswerFacts, context: ActionContext, given: Given): Outcome | Refusal {
  const { now, actor } = context;
  const side = answeringSide(facts.referral, actor);
  if (gaveItAlready(facts, [given.act], actor)) return { reply: presentState(facts) };
  if (side === null) return { refused: 'only-provider' };
  const by = { now, person: actor.person.id, group: context.newId<string>() };
  const done = answer(facts.referral, given.act, side, by, given.patch);
  if ('refused' in done) return tooLate(facts, actor);
  const next = done.referral;
  const told = { ...given.told, ...noted(side) };
  return {
    changes: [{ put: 'referral', row: next }],
    happened: [{ referralId: next.id, name: given.what, data: told }],
    notices: [tellReferrer(next, given.what, told), ...notedByDesk(next, side)],
    refresh: livingPosts(next),
    settled: [remindKey(next)],
    reply: presentState(facts),
  };
}

/** Recorded when the desk wrote down what the provider said by phone. */
export const noted = (side: Side): Told => (side === 'desk' ? { by: 'desk' } : {});

/** The provider sees in its own thread what the desk wrote down in its name. */
export const notedByDesk = (referral: Referral, side: Side): Notice[] =>
  side === 'desk' ? tellProvider(referral, 'noted', { state: referral.state }) : [];

/**
 * Who has the case on his or her name from the first contact on (R9). The desk writes down what it was told by phone
 * and takes no case on its name.
 */
export const contactedNow = ({ referral }: AnswerFacts, { now, actor }: ActionContext): Partial<Referral> => ({
  contactedAt: referral.contactedAt ?? now,
  contactedBy: referral.contactedBy ?? (answeringSide(referral, actor) === 'provider' ? actor.person.id : null),
});
