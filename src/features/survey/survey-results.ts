import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { smallest } from '../../domain/figures/index.js';
import type { SurveyQuestionCode } from '../../domain/workgroup/survey-questions.js';
import { day } from '../../texts/format.js';
import { fileLink } from '../../contracts/file-link.js';
import { texts } from '../../texts/index.js';
import { loadResults, type ResultsFacts } from './results-facts.js';
import { ofSurvey } from './survey-facts.js';
import { resultLines } from './survey-words.js';
import type { SurveyResults } from '../../domain/workgroup/survey-results.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

/** Which questions stand on a page of the card: all at once would be too much for a phone. */
const pages: readonly (readonly SurveyQuestionCode[])[] = [
  ['asked', 'helped'],
  ['problems', 'askedBy'],
  ['missing', 'region'],
];

interface PageFacts extends ResultsFacts {
  readonly page: number;
}

/**
 * The results in the working group's channel (R18): as long as the survey is open how many answered, afterwards a chart
 * per question beside the year before. Small numbers are hidden.
 */
export const surveyResults = view({
  slug: 'survey-results',
  audience: 'stored',
  params: ofSurvey.extend({ page: z.coerce.number().int().min(0).catch(0) }),
  async load(read, { surveyId, page }): Promise<PageFacts | null> {
    const facts = await loadResults(read, surveyId);
    return facts === null ? null : { ...facts, page: Math.min(page, pages.length - 1) };
  },
  may: (_facts, actor) => workgroupOnly(actor),
  fill(facts, context) {
    const { survey, results, page } = facts;
    const say = texts(context.language);
    const hasCharts = results !== null && results.count >= smallest;
    return {
      surveyId: survey.id,
      reference: say('survey.year', { year: schoolYearWords(survey.schoolYear) }),
      state: say(`survey.states.${survey.state}`),
      counted: countedLine(facts, context),
      open: results === null ? openLine(facts, context) : null,
      few: results === null || hasCharts ? null : say('survey.survey-results.few'),
      questions: hasCharts ? (pages[page] ?? []).map((code) => chartOf(code, results, facts, context)) : [],
      legend: hasCharts ? legendOf(facts, context) : null,
      report: hasCharts ? fileLink('survey-report', { surveyId: survey.id }, context) : null,
      previousPage: hasCharts && page > 0 ? String(page - 1) : null,
      nextPage: hasCharts && page + 1 < pages.length ? String(page + 1) : null,
    };
  },
  summary: ({ survey, answered }, { language }) =>
    texts(language)('survey.survey-results.summary', { year: schoolYearWords(survey.schoolYear), count: answered }),
});

const countedLine = ({ answered, asked, before }: ResultsFacts, { language }: ViewContext): string =>
  [
    texts(language)('survey.survey-results.counted', { count: answered, asked }),
    ...(before === null
      ? []
      : [
          texts(language)('survey.survey-results.before', {
            count: before.results.count,
            year: schoolYearWords(before.survey.schoolYear),
          }),
        ]),
  ].join(' · ');

const openLine = ({ survey }: ResultsFacts, { language, calendar, now }: ViewContext): string =>
  texts(language)('survey.survey-results.open', { until: day(survey.closesOn, language, calendar.dayOf(now)) });

function legendOf({ before, results }: ResultsFacts, { language }: ViewContext): string {
  const say = texts(language);
  return [
    say('survey.survey-results.hidden'),
    ...(before === null ? [] : [say('survey.survey-results.was', { year: schoolYearWords(before.survey.schoolYear) })]),
    ...(results === null || results.remarks.length === 0
      ? []
      : [say('survey.survey-results.remarks', { count: results.remarks.length })]),
  ].join(' ');
}

/** A bar for each option, as long as its share; what is hidden has none. */
function chartOf(
  code: SurveyQuestionCode,
  results: SurveyResults,
  { before }: ResultsFacts,
  { language }: ViewContext,
) {
  const lines = resultLines(code, results, before?.results ?? null, language);
  return {
    title: texts(language)(`survey.questions.${code}`),
    bars: lines.map(({ label, share, shown }) => ({ label, value: share, shown })),
    drawn: lines.some(({ share }) => share !== null),
  };
}
