import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doMessage, loadMessage, mayDoMessage, schoolSubject } from './school-facts.js';

/** Toch niet verzonden: said by mistake, within a quarter of an hour; the message waits for the CLB again, and the provider hears it. */
export const takeBackSent = action({
  slug: 'take-back-sent',
  subject: schoolSubject,
  fields: z.object({}),
  load: loadMessage,
  may: (facts, context) => mayDoMessage(facts, 'unsend-school', context),
  decide: (facts, _fields, context) =>
    doMessage(facts, { act: 'unsend-school', number: facts.message.number }, context),
});
