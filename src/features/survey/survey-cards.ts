import type { PersonId, SurveyId } from '../../domain/ids.js';
import { jobTo, referenceTo } from '../../domain/reference-to.js';
import type { ReminderStage } from './survey-keys.js';

/** The cards of a survey, wherever they live. */
export const surveyCards = {
  /** Without a person it stands in a channel, for everybody there. */
  invitation: referenceTo<{
    readonly surveyId: SurveyId;
    readonly personId?: PersonId;
    readonly stage?: ReminderStage;
  }>('survey-invitation'),
  results: referenceTo<{ readonly surveyId: SurveyId }>('survey-results'),
  closed: referenceTo<{ readonly surveyId: SurveyId }>('survey-closed'),
  overview: referenceTo<Readonly<Record<string, never>>>('survey-overview'),
} as const;

/** What the program does for a survey when its moment has come. */
export const surveyJobs = {
  open: jobTo<Readonly<Record<string, never>>>('open-survey'),
  remind: jobTo<{ readonly surveyId: SurveyId; readonly stage: ReminderStage }>('remind-survey'),
  close: jobTo<{ readonly surveyId: SurveyId }>('close-survey'),
} as const;
