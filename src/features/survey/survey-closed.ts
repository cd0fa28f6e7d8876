import { view } from '../../contracts/action.js';
import { texts } from '../../texts/index.js';
import { loadResults } from './results-facts.js';
import { ofSurvey } from './survey-facts.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

/** Said under the results when a survey is closed, so that the working group knows they are there. */
export const surveyClosed = view({
  slug: 'survey-closed',
  audience: 'stored',
  params: ofSurvey,
  load: (read, { surveyId }) => loadResults(read, surveyId),
  fill: ({ survey, answered }, { language }) => ({
    surveyId: survey.id,
    sentence: texts(language)('survey.survey-closed.sentence', {
      year: schoolYearWords(survey.schoolYear),
      count: answered,
    }),
  }),
  summary: ({ survey, answered }, { language }) =>
    texts(language)('survey.survey-closed.sentence', { year: schoolYearWords(survey.schoolYear), count: answered }),
});
