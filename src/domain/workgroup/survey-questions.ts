import { domains } from '../codes.js';

/** A question of the survey: one choice, or several. Its codes are stored and compared over the years: never change one. */
export interface SurveyQuestion {
  readonly several: boolean;
  readonly options: readonly string[];
}

/** The yearly questions about pupils under 12 (R18), in order; the keys are the ids of the inputs. */
export const surveyQuestions = {
  /** How many questions about pupils under 12 this school year. */
  asked: { several: false, options: ['none', '1-2', '3-5', '6-10', 'more-than-10'] },
  problems: { several: true, options: [...domains, 'presence', 'behaviour', 'home'] },
  /** Who came with the question. */
  askedBy: { several: true, options: ['parent', 'school', 'facility'] },
  missing: {
    several: true,
    options: ['offer-nearby', 'place', 'transport', 'class-guidance', 'naft-like', 'day-programme', 'nothing'],
  },
  /** How well the pupils could be helped, from 1 to 5; who had no question stands apart, so that each answer counts once. */
  helped: { several: false, options: ['1', '2', '3', '4', '5', 'no-question'] },
  region: { several: false, options: ['VBO', 'AHV', 'both'] },
} as const satisfies Readonly<Record<string, SurveyQuestion>>;

export type SurveyQuestionCode = keyof typeof surveyQuestions;
export const surveyQuestionCodes = Object.keys(surveyQuestions) as SurveyQuestionCode[];

/** What can be chosen on the form: `no-question` is noted by itself. */
export const choosable = (code: SurveyQuestionCode): readonly string[] =>
  surveyQuestions[code].options.filter((option) => option !== 'no-question');

/** What was filled in, as lists of codes; unknown codes are gone. */
export type SurveyChoices = Readonly<Record<SurveyQuestionCode, readonly string[]>>;

/** The questions that everybody answers; the others only make sense for who had a question. */
const always: readonly SurveyQuestionCode[] = ['asked', 'region'];

const hadQuestions = ({ asked }: SurveyChoices): boolean => asked[0] !== undefined && asked[0] !== 'none';

/** Which questions still have to be answered, in order. */
export const missingAnswers = (choices: SurveyChoices): SurveyQuestionCode[] =>
  surveyQuestionCodes.filter((code) => choices[code].length === 0 && (always.includes(code) || hadQuestions(choices)));

/** What is stored: codes per question. Who had no question leaves the questions about it out. */
export function answersOf(choices: SurveyChoices, remark: string): Record<string, string | readonly string[]> {
  const had = hadQuestions(choices);
  const kept = had ? choices : { ...choices, problems: [], askedBy: [], missing: [], helped: ['no-question'] };
  return {
    ...Object.fromEntries(
      surveyQuestionCodes.map((code) => [
        code,
        surveyQuestions[code].several ? [...kept[code]] : (kept[code][0] ?? ''),
      ]),
    ),
    ...(remark === '' ? {} : { remark }),
  };
}
