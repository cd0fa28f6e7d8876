import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { caseCards } from '../../../domain/case/cards.js';

const present = ({ referral, onDesk }: ActFacts): Present =>
  (onDesk ? caseCards.beforeDesk : caseCards.post).shown({ referralId: referral.id });

/** Nog nodig: one referral keeps its place on the waiting list, said by its CLB or written down by the desk (R11). */
export const confirmWaiting = action({
  slug: 'confirm-waiting',
  subject: caseSubject,
  fields: z.object({}),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['confirm-waiting'], context, present(facts)),
  decide: (facts, _fields, context) => act(facts, { act: 'confirm-waiting' }, context, present(facts)),
});
