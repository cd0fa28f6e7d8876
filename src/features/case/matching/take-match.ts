import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import { caseCards } from '../../../domain/case/cards.js';
import type { ServiceId } from '../../../domain/ids.js';
import { isFullOn, type Service } from '../../../domain/organisation.js';
import { day } from '../../../texts/format.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';

interface TakeFacts extends ActFacts {
  /** The service with room; null: it is not there any more. */
  readonly taken: Service | null;
}

const present = ({ referral }: ActFacts): Present => caseCards.post.shown({ referralId: referral.id });

/**
 * Hier aanmelden: what the desk still holds, because nothing fitted or nobody chose, goes to the service with room of which the CLB
 * was told (R12). One press, by the referrer's CLB. A service that filled up meanwhile is refused with until when.
 */
export const takeMatch = action({
  slug: 'take-match',
  subject: caseSubject.extend({ serviceId: id<ServiceId>() }),
  fields: z.object({}),
  async load(read, subject): Promise<TakeFacts | Refusal> {
    const facts = await loadCase(read, subject);
    return isRefusal(facts) ? facts : { ...facts, taken: await read.service(subject.serviceId) };
  },
  may: (facts, context) => mayAct(facts, ['take-match'], context, present(facts)),
  decide(facts, _fields, context) {
    const { taken } = facts;
    const today = context.calendar.dayOf(context.now);
    const { show: view, with: params } = present(facts);
    if (taken === null) return { refused: 'not-found' };
    if (taken.fullUntil !== null && isFullOn(taken, today))
      return {
        refused: 'service-full',
        values: { until: day(taken.fullUntil, context.actor.language, today) },
        show: { view, with: params },
      };
    return act(facts, { act: 'take-match', service: taken }, context, present(facts));
  },
});
