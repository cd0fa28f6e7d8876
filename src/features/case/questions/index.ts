import type { Feature } from '../../../contracts/action.js';
import { answerQuestion } from './answer-question.js';
import { askQuestion } from './ask-question.js';
import { openQuestions } from './open-questions.js';
import { openedQuestions } from './opened-questions.js';
import { questionPost } from './question-post.js';
import { remindQuestion } from './remind-question.job.js';
import { withdrawQuestion } from './withdraw-question.js';

/** Questions of CLB and provider to each other inside a case: sealed, with a term of their own. */
export const questions: Feature = {
  name: 'questions',
  actions: [askQuestion, openQuestions, answerQuestion, withdrawQuestion],
  views: [questionPost, openedQuestions],
  jobs: [remindQuestion],
};
