import { z } from 'zod';
import { job } from '../../contracts/action.js';
import { daysBetween } from '../../domain/local-date.js';
import { entry } from '../../domain/timeline/entries.js';
import { isAnswerable, type Survey } from '../../domain/workgroup/survey.js';
import { askWorkers } from './asking.js';
import { clbWorkers, ofSurvey, type Worker } from './survey-facts.js';
import { surveyJobs } from './survey-cards.js';
import { reminderStages, stages, type ReminderStage } from './survey-keys.js';

interface RemindFacts {
  readonly survey: Survey;
  readonly stage: ReminderStage;
  /** Who was asked, still works at a CLB and has not answered. */
  readonly waiting: readonly Worker[];
}

/**
 * Reminds who has not answered (R18); nothing when the survey is over by then, nor when the next reminder's day has come
 * too: after a time in which nothing ran, people get one.
 */
export const remindSurvey = job({
  name: surveyJobs.remind.name,
  subject: ofSurvey.extend({ stage: z.enum(stages) }),
  async load(read, { surveyId, stage }, { now, calendar }): Promise<RemindFacts | null> {
    const survey = await read.survey(surveyId);
    const today = calendar.dayOf(now);
    if (survey === null || !isAnswerable(survey, today)) return null;
    const days = daysBetween(today, survey.closesOn);
    if (stages.some((later) => reminderStages[later] < reminderStages[stage] && days <= reminderStages[later]))
      return null;
    const people = await read.surveyPeople(surveyId);
    const waiting = new Set(people.filter(({ answered }) => !answered).map(({ personId }) => personId));
    return { survey, stage, waiting: (await clbWorkers(read)).filter(({ person }) => waiting.has(person.id)) };
  },
  decide: ({ survey, stage, waiting }) => ({
    entries: [entry('survey', survey.id, 'reminded', { stage, asked: waiting.length })],
    notices: askWorkers(survey, waiting, stage),
  }),
});
