import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doMessage, loadMessage, mayDoMessage, schoolSubject } from './school-facts.js';

/** Deze keer niet: the school hears nothing at this moment; the next one stands. */
export const skipSchoolMessage = action({
  slug: 'skip-school-message',
  subject: schoolSubject,
  fields: z.object({}),
  load: loadMessage,
  may: (facts, context) => mayDoMessage(facts, 'skip-school', context),
  decide: (facts, _fields, context) => doMessage(facts, { act: 'skip-school', number: facts.message.number }, context),
});
