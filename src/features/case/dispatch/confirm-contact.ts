import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { answerSubject, loadAnswer, mayAnswer } from './answering.js';
import { contactedNow, giveAnswer } from './give-answer.js';

/** Gecontacteerd: one press stops the clock (R9) and takes the case on one's name. */
export const confirmContact = action({
  slug: 'confirm-contact',
  subject: answerSubject,
  fields: z.object({}),
  load: loadAnswer,
  may: (facts, context) => mayAnswer(facts, ['contact'], context),
  decide: (facts, _fields, context) =>
    giveAnswer(facts, context, { act: 'contact', what: 'contacted', patch: contactedNow(facts, context) }),
});
