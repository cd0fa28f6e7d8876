import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { caseCards } from '../../../domain/case/cards.js';

export const deskCard = ({ referral }: Pick<ActFacts, 'referral'>): Present =>
  caseCards.beforeDesk.shown({ referralId: referral.id });

/** Nu bezorgen: the desk delivers at once, also outside its active hours (R4). */
export const deliverNow = action({
  slug: 'deliver-now',
  subject: caseSubject,
  fields: z.object({}),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['deliver'], context, deskCard(facts)),
  decide: (facts, _fields, context) => act(facts, { act: 'deliver', now: true }, context, deskCard(facts)),
});
