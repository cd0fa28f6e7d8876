import type { Feature } from '../../contracts/action.js';
import { answerSurvey } from './answer-survey.js';
import { closeSurvey } from './close-survey.job.js';
import { endSurvey } from './end-survey.js';
import { openSurveyNow } from './open-survey-now.js';
import { openSurvey, openSurveyEachYear } from './open-survey.job.js';
import { remindSurvey } from './remind-survey.job.js';
import { showSurvey } from './show-survey.js';
import { surveyClosed } from './survey-closed.js';
import { surveyInvitation } from './survey-invitation.js';
import { surveyOverview } from './survey-overview.js';
import { surveyReport } from './survey-report.js';
import { surveyResults } from './survey-results.js';
import { withdrawReport } from './withdraw-report.js';

/** The yearly survey of CLB workers about questions and needs under 12: from the invitation to the results (R18). */
export const survey: Feature = {
  name: 'survey',
  actions: [showSurvey, answerSurvey, openSurveyNow, endSurvey, withdrawReport],
  views: [surveyInvitation, surveyResults, surveyClosed, surveyOverview],
  jobs: [openSurvey, remindSurvey, closeSurvey],
  schedules: [openSurveyEachYear],
  documents: [surveyReport],
};
