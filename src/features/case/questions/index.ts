import type { Feature } from '../../../contracts/action.js';
import { answerQuestion } from './answer-question.js';
import { askQuestion } from './ask-question.js';
import { leaveNote } from './leave-note.js';
import { openQuestions } from './open-questions.js';
import { openedQuestions } from './opened-questions.js';
import { questionPost } from './question-post.js';
import { remindQuestion } from './remind-question.job.js';
import { withdrawQuestion } from './withdraw-question.js';

/** Questions of CLB and provider to each other inside a case, with a term of their own, and notes on how it goes: sealed. */
export const questions: Feature = {
  name: 'questions',
  actions: [askQuestion, openQuestions, answerQuestion, withdrawQuestion, leaveNote],
  views: [questionPost, openedQuestions],
  jobs: [remindQuestion],
};
