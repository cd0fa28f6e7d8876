import type { Read } from '../../contracts/read.js';
import type { SurveyId } from '../../domain/ids.js';
import { resultsOf, type SurveyResults } from '../../domain/workgroup/survey-results.js';
import { surveyBefore, type Survey } from '../../domain/workgroup/survey.js';

/** A survey with what may be told of it. */
export interface ResultsFacts {
  readonly survey: Survey;
  readonly asked: number;
  readonly answered: number;
  /** Null as long as it is open: then only how many answered. */
  readonly results: SurveyResults | null;
  readonly before: { readonly survey: Survey; readonly results: SurveyResults } | null;
}

/** Loads a survey's results beside those of the year before; null when there is no such survey. */
export async function loadResults(read: Read, id: SurveyId): Promise<ResultsFacts | null> {
  const survey = await read.survey(id);
  if (survey === null) return null;
  const people = await read.surveyPeople(id);
  const isClosed = survey.state === 'closed';
  const previous = isClosed ? surveyBefore(survey, await read.surveys()) : null;
  return {
    survey,
    asked: people.length,
    answered: people.filter(({ answered }) => answered).length,
    results: isClosed ? resultsOf(await read.surveyAnswers(id)) : null,
    before: previous === null ? null : { survey: previous, results: resultsOf(await read.surveyAnswers(previous.id)) },
  };
}
