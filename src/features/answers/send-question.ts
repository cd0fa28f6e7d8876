import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { DeskQuestionId } from '../../domain/ids.js';
import { answerForms } from './answer-cards.js';
import { longestQuestion } from './answer-params.js';
import { keptWords } from './harmless.js';
import { loadOpen, putToDesk, type OpenQuestions } from './put-to-desk.js';

/** Stel uw vraag: what was typed goes to the desk as it is, in one press. */
export const sendQuestion = action({
  slug: 'send-question',
  forEverybody: true,
  subject: z.object({ said: z.string().trim().min(1).max(longestQuestion) }),
  fields: z.object({}),
  load: async (read, { said }, context): Promise<OpenQuestions & { readonly said: string }> => ({
    ...(await loadOpen(read, context)),
    said,
  }),
  may: () => null,
  decide: (loaded, _fields, context) =>
    keptWords(loaded.said, context) === null
      ? { reply: answerForms.ask.opened({}) }
      : putToDesk(loaded, loaded.said, context.newId<DeskQuestionId>(), context),
});
