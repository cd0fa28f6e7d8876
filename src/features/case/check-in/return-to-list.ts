import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { askedOn } from './own-list.js';
import { caseCards } from '../../../domain/case/cards.js';

interface ReturnFacts extends ActFacts {
  /** Pressed on the card that asked about the whole list on this day. */
  readonly on: string | null;
}

const present = ({ referral, on }: ReturnFacts, { actor }: Pick<ActionContext, 'actor'>): Present =>
  on === null
    ? caseCards.post.shown({ referralId: referral.id })
    : caseCards.checkIn.shown({ personId: actor.person.id, on });

/** Terug op de wachtlijst: taken off within the last two weeks, it takes its place again; one press (R11). */
export const returnToList = action({
  slug: 'return-to-list',
  subject: caseSubject.extend({ on: askedOn.nullish() }),
  fields: z.object({}),
  async load(read, subject): Promise<ReturnFacts | Refusal> {
    const facts = await loadCase(read, subject);
    return isRefusal(facts) ? facts : { ...facts, on: subject.on ?? null };
  },
  may: (facts, context) => mayAct(facts, ['return-to-list'], context, present(facts, context)),
  decide: (facts, _fields, context) => act(facts, { act: 'return-to-list' }, context, present(facts, context)),
});
