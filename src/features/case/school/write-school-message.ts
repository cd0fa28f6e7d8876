import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { headOf } from '../trajectory/trajectory-head.js';
import {
  doMessage,
  loadMessage,
  mayDoMessage,
  momentWord,
  presentMessage,
  schoolSubject,
  schoolWords,
} from './school-facts.js';

/**
 * Bericht voor de school: the provider writes how it goes, and the CLB reads it before the school has it (R14). What is typed is
 * sealed. Errors: `missing`, `too-long`.
 */
export const writeSchoolMessage = action({
  slug: 'write-school-message',
  opensPersonal: true,
  subject: schoolSubject,
  fields: z.object({ text: schoolWords }),
  load: loadMessage,
  may: (facts, context) => mayDoMessage(facts, 'write-school', context),
  form: (facts, context, { typed }) => ({
    ...headOf(facts, context),
    number: facts.message.number,
    moment: momentWord(facts.message, context.actor.language),
    reads: texts(context.actor.language)('school.write-school-message.reads', { clb: plain(facts.clb?.name ?? '') }),
    typed: { text: typed['text'] ?? null },
  }),
  decide(facts, { text }, context): Outcome | Refusal {
    const done = doMessage(facts, { act: 'write-school', number: facts.message.number, text }, context);
    return isRefusal(done) ? done : { ...done, reply: { ...presentMessage(facts), note: { key: 'school-written' } } };
  },
});
