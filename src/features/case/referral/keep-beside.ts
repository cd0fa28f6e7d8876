import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { act, caseSubject, loadCase, mayAct, type Present } from '../act-on-case.js';
import { caseCards } from '../../../domain/case/cards.js';

const present = ({ referral }: CaseFacts): Present => caseCards.post.shown({ referralId: referral.id });

/** Laten staan: still needed, although another referral of the pupil has a place (R12). One press. */
export const keepBeside = action({
  slug: 'keep-beside',
  subject: caseSubject,
  fields: z.object({}),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['keep-beside'], context, present(facts)),
  decide: (facts, _fields, context) => act(facts, { act: 'keep-beside' }, context, present(facts)),
});
