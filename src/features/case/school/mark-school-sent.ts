import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doMessage, loadMessage, mayDoMessage, schoolSubject } from './school-facts.js';

/** Verzonden: the school has the message (R14); when and by whom is kept, and the provider hears it. */
export const markSchoolSent = action({
  slug: 'mark-school-sent',
  subject: schoolSubject,
  fields: z.object({}),
  load: loadMessage,
  may: (facts, context) => mayDoMessage(facts, 'send-school', context),
  decide: (facts, _fields, context) => doMessage(facts, { act: 'send-school', number: facts.message.number }, context),
});
