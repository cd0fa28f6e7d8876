import type { SurveyId } from '../../domain/ids.js';
import { formTo } from '../../domain/reference-to.js';

/** The form of a survey. */
export const surveyForms = { answer: formTo<{ readonly surveyId: SurveyId }>('answer-survey') } as const;
