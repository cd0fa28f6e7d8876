import { job } from '../../contracts/action.js';
import type { Survey } from '../../domain/workgroup/survey.js';
import { closeNow } from './opening.js';
import { ofSurvey } from './survey-facts.js';
import { surveyJobs } from './survey-cards.js';

/** Closes a survey on the morning after its last day. */
export const closeSurvey = job({
  name: surveyJobs.close.name,
  subject: ofSurvey,
  async load(read, { surveyId }): Promise<Survey | null> {
    const survey = await read.survey(surveyId);
    return survey?.state === 'open' ? survey : null;
  },
  decide: closeNow,
});
