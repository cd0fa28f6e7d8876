import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { act, caseSubject, loadCase, mayAct } from '../act-on-case.js';
import { presentAnswer } from './answering.js';

/** Gecontacteerd: one press stops the clock (R9) and takes the case on one's name. */
export const confirmContact = action({
  slug: 'confirm-contact',
  subject: caseSubject,
  fields: z.object({}),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['contact'], context, presentAnswer(facts)),
  decide: (facts, _fields, context) => act(facts, { act: 'contact' }, context, presentAnswer(facts)),
});
