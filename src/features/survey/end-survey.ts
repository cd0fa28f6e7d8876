import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { Survey, SurveyPerson } from '../../domain/workgroup/survey.js';
import { texts } from '../../texts/index.js';
import { closeNow } from './opening.js';
import { ofSurvey } from './survey-facts.js';
import { surveyCards } from './survey-cards.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

interface EndFacts {
  readonly survey: Survey;
  readonly people: readonly SurveyPerson[];
}

/** Nu afsluiten: ends the survey before its last day. */
export const endSurvey = action({
  slug: 'end-survey',
  subject: ofSurvey,
  fields: z.object({}),
  async load(read, { surveyId }): Promise<EndFacts | Refusal> {
    const survey = await read.survey(surveyId);
    return survey === null ? { refused: 'not-found' } : { survey, people: await read.surveyPeople(surveyId) };
  },
  may: (_facts, { actor }) => workgroupOnly(actor),
  form: ({ survey, people }, { actor: { language } }) => ({
    surveyId: survey.id,
    reference: texts(language)('survey.year', { year: schoolYearWords(survey.schoolYear) }),
    why: texts(language)('survey.end-survey.why', {
      count: people.filter(({ answered }) => answered).length,
      asked: people.length,
    }),
  }),
  decide({ survey }, _fields, { now, calendar }): Outcome {
    const reply = surveyCards.results.shown({ surveyId: survey.id });
    if (survey.state === 'closed') return { reply };
    const today = calendar.dayOf(now);
    const closesOn = today < survey.closesOn ? today : survey.closesOn;
    return { ...closeNow({ ...survey, closesOn }), reply };
  },
});
