import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { questionId } from './answer-params.js';

/** What the desk answered, where it was asked. */
export const questionAnswered = view({
  slug: 'question-answered',
  audience: 'stored',
  params: z.object({ questionId }),
  async load(read, { questionId: id }) {
    const question = await read.deskQuestion(id);
    return question?.answer == null ? null : { ...question, answer: question.answer };
  },
  fill: ({ text, answer }) => ({ text: plain(text), answer: plain(answer) }),
  summary: (_question, { language }) => texts(language)('answers.question-answered.title'),
});
