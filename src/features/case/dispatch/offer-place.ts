import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { answerSubject, loadAnswer, mayAnswer } from './answering.js';
import { contactedNow, giveAnswer } from './give-answer.js';

/** Plaats: there is a match and a place now; the round table follows, organised by whom the provider's setting says (R10). */
export const offerPlace = action({
  slug: 'offer-place',
  subject: answerSubject,
  fields: z.object({}),
  load: loadAnswer,
  may: (facts, context) => mayAnswer(facts, ['place'], context),
  decide: (facts, _fields, context) =>
    giveAnswer(facts, context, {
      act: 'place',
      what: 'placed',
      told: { roundTableBy: facts.provider.roundTableBy },
      patch: contactedNow(facts, context),
    }),
});
