import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { headOf } from '../trajectory/trajectory-head.js';
import { doMessage, loadMessage, mayDoMessage, presentMessage, schoolSubject, schoolWords } from './school-facts.js';

/**
 * Terugsturen: the CLB asks the provider something before the school has the message (R14), on the card with its words. Its own form
 * only says what is wrong and keeps what was typed. Errors: `missing`, `too-long`.
 */
export const returnSchoolMessage = action({
  slug: 'return-school-message',
  opensPersonal: true,
  subject: schoolSubject,
  fields: z.object({ question: schoolWords }),
  load: loadMessage,
  may: (facts, context) => mayDoMessage(facts, 'return-school', context),
  form: (facts, context, { typed }) => ({
    ...headOf(facts, context),
    number: facts.message.number,
    label: texts(context.actor.language)('school.opened-school-message.ask', {
      provider: plain(facts.provider?.name ?? ''),
    }),
    typed: { question: typed['question'] ?? null },
  }),
  decide(facts, { question }, context): Outcome | Refusal {
    const done = doMessage(facts, { act: 'return-school', number: facts.message.number, question }, context);
    return isRefusal(done) ? done : { ...done, reply: { ...presentMessage(facts), note: { key: 'school-returned' } } };
  },
});
