import { hideSmall, shownAt, smallest, type Cut, type Shown } from '../figures/index.js';
import type { SurveyAnswer } from './survey.js';
import { surveyQuestionCodes, surveyQuestions, type SurveyQuestionCode } from './survey-questions.js';

/** What may be told of the answers to one question: how often each option was chosen. */
export type QuestionResult = ReadonlyMap<string, Shown>;

/** What may be told of a survey (R18). */
export interface SurveyResults {
  /** How many answered. */
  readonly count: number;
  readonly questions: Readonly<Record<SurveyQuestionCode, QuestionResult>>;
  /** What was written, in an order that says nothing; only when at least five wrote something. */
  readonly remarks: readonly string[];
}

type Answers = readonly Pick<SurveyAnswer, 'answers'>[];

const chose = ({ answers }: Pick<SurveyAnswer, 'answers'>, code: string, option: string): boolean => {
  const given = answers[code];
  return Array.isArray(given) ? given.includes(option) : given === option;
};

const cutOf = (name: string, values: readonly string[]): Cut => ({ path: [{ name, values }], across: null });

/** One choice: a table in which all answers stand once. */
function ofOne(answers: Answers, code: SurveyQuestionCode): QuestionResult {
  const { options } = surveyQuestions[code];
  const counts = options.map((option) => ({
    by: { [code]: option as string },
    count: answers.filter((answer) => chose(answer, code, option)).length,
  }));
  const table = hideSmall(counts, cutOf(code, options));
  return new Map(options.map((option) => [option, shownAt(table, { [code]: option })]));
}

/** Several choices: each option is a table of its own, of who chose it and who did not. */
function ofSeveral(answers: Answers, code: SurveyQuestionCode): QuestionResult {
  return new Map(
    surveyQuestions[code].options.map((option) => {
      const chosen = answers.filter((answer) => chose(answer, code, option)).length;
      const counts = [
        { by: { chosen: 'yes' }, count: chosen },
        { by: { chosen: 'no' }, count: answers.length - chosen },
      ];
      return [option, shownAt(hideSmall(counts, cutOf('chosen', ['yes', 'no'])), { chosen: 'yes' })];
    }),
  );
}

const nothing = (code: SurveyQuestionCode): QuestionResult =>
  new Map(surveyQuestions[code].options.map((option) => [option, 'hidden']));

/**
 * The results of a survey as they may be told: nothing below five answers, and no number that tells of fewer than five
 * people, or from which such a number can be worked out.
 */
export function resultsOf(answers: Answers): SurveyResults {
  const isEnough = answers.length >= smallest;
  const questions = surveyQuestionCodes.map((code) => {
    if (!isEnough) return [code, nothing(code)] as const;
    return [code, surveyQuestions[code].several ? ofSeveral(answers, code) : ofOne(answers, code)] as const;
  });
  const remarks = answers.flatMap(({ answers: { remark } }) => (typeof remark === 'string' ? [remark] : []));
  return {
    count: answers.length,
    questions: Object.fromEntries(questions) as SurveyResults['questions'],
    remarks: remarks.length >= smallest ? [...remarks].sort() : [],
  };
}

/** A shown number as a share of all answers, in whole per cent; null when it is kept back. */
export const shareOf = (shown: Shown, count: number): number | null =>
  typeof shown !== 'number' ? null : count === 0 ? 0 : Math.round((100 * shown) / count);
