import type { AnswerAct } from '../../domain/answers/answer.js';
import type { Language } from '../../domain/language.js';
import { builtInVerbs } from '../../contracts/jobs.js';
import { answerForms } from './answer-cards.js';
import { texts } from '../../texts/index.js';

/** The button with which an answer ends. */
export interface NextStep {
  readonly title: string;
  readonly verb: string;
  /** The form to open, when the button opens one; otherwise empty. */
  readonly form: string;
}

export const actTitle = (act: AnswerAct, language: Language): string =>
  texts(language)(act === 'ask-desk' ? 'answers.acts.ask-desk' : `start.doings.${act}.title`);

export const nextStep = (act: AnswerAct, language: Language): NextStep => ({
  title: actTitle(act, language),
  verb: act === 'ask-desk' ? builtInVerbs.openForm : act,
  form: act === 'ask-desk' ? answerForms.ask.slug : '',
});
