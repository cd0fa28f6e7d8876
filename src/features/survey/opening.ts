import type { Context } from '../../contracts/action.js';
import type { Due, Outcome } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import type { OrganisationId, SurveyId } from '../../domain/ids.js';
import type { LocalDate } from '../../domain/local-date.js';
import { schoolYearOf } from '../../domain/school-year.js';
import { entry } from '../../domain/timeline/entries.js';
import type { Survey } from '../../domain/workgroup/survey.js';
import { askWorkers } from './asking.js';
import { closedPost, closingDue, reminderDue, reminderStages, resultsPost, stages } from './survey-keys.js';
import { clbWorkers, type Worker } from './survey-facts.js';
import { surveyCards, surveyJobs } from './survey-cards.js';

/** What opening a survey needs to know. */
export interface Opening {
  /** The survey of this school year: there is one each year (R18). */
  readonly present: Survey | null;
  readonly workers: readonly Worker[];
  readonly hasClbs: boolean;
  readonly home: OrganisationId | null;
}

export async function loadOpening(read: Read, { now, calendar }: Pick<Context, 'now' | 'calendar'>): Promise<Opening> {
  const schoolYear = schoolYearOf(calendar.dayOf(now));
  return {
    present: (await read.surveys()).find((survey) => survey.schoolYear === schoolYear) ?? null,
    workers: await clbWorkers(read),
    hasClbs: (await read.organisations('clb')).length > 0,
    home: await workgroupHome(read),
  };
}

/** The last day on which one can answer a survey that opens on this day. */
export const lastDayFrom = (opensOn: LocalDate, { calendar, settings }: Pick<Context, 'calendar' | 'settings'>) =>
  calendar.addDays(opensOn, Math.max(1, settings.surveyDays) - 1);

/** Opens the survey of this school year from today: who is asked, their messages, the reminders and the end. */
export function openNow({ workers, home }: Opening, context: Context): Outcome {
  const { now, calendar, newId } = context;
  const opensOn = calendar.dayOf(now);
  const survey: Survey = {
    id: newId<SurveyId>(),
    schoolYear: schoolYearOf(opensOn),
    opensOn,
    closesOn: lastDayFrom(opensOn, context),
    state: 'open',
    openedAt: now,
    version: 0,
  };
  return {
    changes: [
      { put: 'survey', row: survey },
      ...workers.map(({ person, clbId }) => ({
        put: 'surveyPerson' as const,
        row: { id: newId<string>(), surveyId: survey.id, personId: person.id, clbId, answered: false, version: 0 },
      })),
    ],
    entries: [entry('survey', survey.id, 'opened', { asked: workers.length, closesOn: survey.closesOn })],
    notices: [...askWorkers(survey, workers, null), ...postResults(survey, home)],
    dues: duesOf(survey, context),
  };
}

const postResults = (survey: Survey, home: OrganisationId | null) =>
  home === null
    ? []
    : [
        {
          key: resultsPost(survey.id),
          ...surveyCards.results.with({ surveyId: survey.id }),
          to: { organisation: home },
        },
      ];

/** Reminders at nine on their days, as far as those lie ahead; closing at nine on the day after the last. */
function duesOf({ id, closesOn }: Survey, { now, calendar }: Context): Due[] {
  const reminders = stages.map((stage) =>
    surveyJobs.remind.at(
      calendar.at(calendar.addDays(closesOn, -reminderStages[stage]), 9, 0),
      reminderDue(id, stage),
      {
        surveyId: id,
        stage,
      },
    ),
  );
  return [
    ...reminders.filter(({ at }) => at > now),
    surveyJobs.close.at(calendar.at(calendar.addDays(closesOn, 1), 9, 0), closingDue(id), { surveyId: id }),
  ];
}

/** Closes a survey: no more reminders, the results in the working group's channel, and a word under them. */
export const closeNow = (survey: Survey): Outcome => ({
  changes: [{ put: 'survey', row: { ...survey, state: 'closed' } }],
  entries: [entry('survey', survey.id, 'closed', {})],
  notices: [
    {
      key: closedPost(survey.id),
      ...surveyCards.closed.with({ surveyId: survey.id }),
      to: { under: resultsPost(survey.id) },
    },
  ],
  refresh: [resultsPost(survey.id)],
  settled: [...stages.map((stage) => reminderDue(survey.id, stage)), closingDue(survey.id)],
});
