import type { Feature } from '../../contracts/action.js';
import { answerAsked } from './answer-asked.js';
import { answerCard } from './answer-card.js';
import { answerHistory } from './answer-history.js';
import { answerList } from './answer-list.js';
import { answersTo } from './answers-to.js';
import { askDesk } from './ask-desk.js';
import { deskQuestion } from './desk-question.js';
import { editAnswer } from './edit-answer.js';
import { findAnswer } from './find-answer.js';
import { answerPages } from './pages/answer-pages.js';
import { publishAsked } from './publish-asked.js';
import { putBackAnswer } from './put-back-answer.js';
import { questionAnswered } from './question-answered.js';
import { questionSent } from './question-sent.js';
import { remindAsked } from './remind-asked.job.js';
import { sendQuestion } from './send-question.js';
import { withdrawAnswer } from './withdraw-answer.js';

/** The questions people ask, with their answers; what has none goes to the desk. */
export const answers: Feature = {
  name: 'answers',
  actions: [findAnswer, sendQuestion, askDesk, answerAsked, publishAsked, editAnswer, withdrawAnswer, putBackAnswer],
  views: [answerList, answerCard, answerHistory, deskQuestion, questionSent, questionAnswered],
  jobs: [remindAsked],
  pages: answerPages,
  answersTo,
};
