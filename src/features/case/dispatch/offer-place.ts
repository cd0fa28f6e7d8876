import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { act, caseSubject, loadCase, mayAct } from '../act-on-case.js';
import { presentAnswer } from './answering.js';

/** Plaats: there is a match and a place now; the round table follows, organised by whom the provider's setting says (R10). */
export const offerPlace = action({
  slug: 'offer-place',
  subject: caseSubject,
  fields: z.object({}),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['place'], context, presentAnswer(facts)),
  decide: (facts, _fields, context) => act(facts, { act: 'place' }, context, presentAnswer(facts)),
});
