import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import type { Note } from '../../../contracts/outcome.js';
import { isFullOn } from '../../../domain/organisation.js';
import { day } from '../../../texts/format.js';
import { act, caseSubject, loadCase, mayAct, type Present } from '../act-on-case.js';
import { caseCards } from '../../../domain/case/cards.js';

const present = ({ referral }: CaseFacts): Present => caseCards.post.shown({ referralId: referral.id });

/** Ja, op de wachtlijst: the referrer keeps the referral on the waiting list (R11), also when the service is full. One press. */
export const keepOnWaitlist = action({
  slug: 'keep-on-waitlist',
  subject: caseSubject,
  fields: z.object({}),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['keep'], context, present(facts)),
  decide(facts, _fields, context) {
    const note = fullNote(facts, context);
    return act(facts, { act: 'keep' }, context, note === null ? present(facts) : { ...present(facts), note });
  },
});

/** Honest about a service that says it is full: it may take long. */
function fullNote({ service }: CaseFacts, { actor, calendar, now }: ActionContext): Note | null {
  const today = calendar.dayOf(now);
  if (service === null || service.fullUntil === null || !isFullOn(service, today)) return null;
  return { key: 'kept-full', values: { until: day(service.fullUntil, actor.language, today) } };
}
