import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { questionId } from './answer-params.js';

/** The receipt of a question: it lies with the desk, and is answered here. */
export const questionSent = view({
  slug: 'question-sent',
  audience: 'stored',
  params: z.object({ questionId }),
  load: (read, { questionId: id }) => read.deskQuestion(id),
  fill: ({ text, conversation }, { language }) => ({
    text: plain(text),
    where: texts(language)(`answers.question-sent.${conversation.scope === 'personal' ? 'chat' : 'channel'}`),
  }),
  summary: (_question, { language }) => texts(language)('answers.question-sent.state'),
});
