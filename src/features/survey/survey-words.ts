import type { Language } from '../../domain/language.js';
import type { Shown } from '../../domain/figures/index.js';
import type { SurveyQuestionCode } from '../../domain/workgroup/survey-questions.js';
import { shareOf, type SurveyResults } from '../../domain/workgroup/survey-results.js';
import { textAt, texts } from '../../texts/index.js';

/** The words of an option; problem domains and regions have those of a referral. */
export const optionWord = (language: Language, code: SurveyQuestionCode, option: string): string =>
  textAt(language, `survey.options.${code}.${option}`) ??
  textAt(language, `common.codes.problem-domain.${option}`) ??
  textAt(language, `common.codes.source.${option}`) ??
  textAt(language, `common.common.region.${option}`) ??
  option;

/** `35 %`, `< 5` or `–`. */
const shareWord = (language: Language, shown: Shown, count: number): string => {
  const share = shareOf(shown, count);
  if (share !== null) return texts(language)('survey.share', { share });
  return texts(language)(shown === 'small' ? 'figures.shown.small' : 'figures.shown.hidden');
};

/** A line of a chart: an option, its share now and the year before (null: there was no survey). */
export interface ResultLine {
  readonly label: string;
  /** In per cent; null when it is kept back. */
  readonly share: number | null;
  readonly before: number | null;
  /** `35 % (was 30 %)`. */
  readonly shown: string;
}

/** The lines of a question's chart. */
export function resultLines(
  code: SurveyQuestionCode,
  results: SurveyResults,
  before: SurveyResults | null,
  language: Language,
): ResultLine[] {
  return [...results.questions[code]].map(([option, shown]) => {
    const then = before?.questions[code].get(option) ?? null;
    const now = shareWord(language, shown, results.count);
    return {
      label: optionWord(language, code, option),
      share: shareOf(shown, results.count),
      before: then === null || before === null ? null : shareOf(then, before.count),
      shown:
        then === null || before === null
          ? now
          : texts(language)('survey.compared', { now, before: shareWord(language, then, before.count) }),
    };
  });
}
