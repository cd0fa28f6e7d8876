import { document, type Block } from '../../contracts/document.js';
import type { ViewContext } from '../../contracts/action.js';
import {
  surveyQuestionCodes,
  surveyQuestions,
  type SurveyQuestionCode,
} from '../../domain/workgroup/survey-questions.js';
import { smallest } from '../../domain/figures/index.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { loadResults, type ResultsFacts } from './results-facts.js';
import { ofSurvey } from './survey-facts.js';
import { resultLines } from './survey-words.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

/** The results of a closed survey as a document (R18): a chart per question, beside the year before, and what was written. */
export const surveyReport = document({
  slug: 'survey-report',
  params: ofSurvey,
  async load(read, { surveyId }): Promise<ResultsFacts | null> {
    const facts = await loadResults(read, surveyId);
    return facts?.results ? facts : null;
  },
  fill(facts, context) {
    const { language } = context;
    const say = texts(language);
    const { schoolYear } = facts.survey;
    return {
      kind: 'pdf',
      fileName: say('survey.survey-report.file', { year: schoolYear }),
      title: say('survey.survey-report.title'),
      subtitle: say('survey.year', { year: schoolYearWords(schoolYear) }),
      foot: say('survey.survey-report.foot', { year: schoolYearWords(schoolYear) }),
      blocks: [...intro(facts, context), ...charts(facts, context), ...remarks(facts, context)],
    };
  },
});

function intro({ survey, asked, answered, before }: ResultsFacts, { language }: ViewContext): Block[] {
  const say = texts(language);
  const dayOf = (on: string): string => day(on, language, '0000');
  return [
    { text: say('survey.survey-report.why') },
    {
      facts: [
        [
          say('survey.survey-report.period'),
          say('survey.survey-report.from-until', { from: dayOf(survey.opensOn), until: dayOf(survey.closesOn) }),
        ],
        [say('survey.survey-report.answers'), say('survey.survey-report.of-asked', { count: answered, asked })],
        ...(before === null
          ? []
          : ([
              [say('survey.year', { year: schoolYearWords(before.survey.schoolYear) }), String(before.results.count)],
            ] as const)),
      ],
    },
    { remark: say('survey.survey-results.hidden') },
  ];
}

function charts({ survey, results, before }: ResultsFacts, { language }: ViewContext): Block[] {
  const say = texts(language);
  if (results === null || results.count < smallest) return [{ text: say('survey.survey-results.few') }];
  const chart = (code: SurveyQuestionCode): Block[] => [
    {
      bars: {
        title: say(`survey.questions.${code}`),
        highest: 100,
        legend:
          before === null ? null : [schoolYearWords(survey.schoolYear), schoolYearWords(before.survey.schoolYear)],
        bars: resultLines(code, results, before?.results ?? null, language).map((line) => ({
          label: line.label,
          value: line.share,
          shown: line.shown,
          ...(before === null ? {} : { before: line.before }),
        })),
      },
    },
    ...(surveyQuestions[code].several ? [{ remark: say('survey.survey-report.several') }] : []),
  ];
  return surveyQuestionCodes.flatMap(chart);
}

function remarks({ results }: ResultsFacts, { language }: ViewContext): Block[] {
  const say = texts(language);
  if (results === null || results.remarks.length === 0) return [];
  return [
    { heading: say('survey.survey-report.written') },
    { remark: say('survey.survey-report.order') },
    { list: [...results.remarks] },
  ];
}
