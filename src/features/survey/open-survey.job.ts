import { z } from 'zod';
import { job, type Context, type Schedule } from '../../contracts/action.js';
import { isLocalDate, type LocalDate } from '../../domain/local-date.js';
import { endOfSchoolYear, schoolYearOf } from '../../domain/school-year.js';
import { lastDayFrom, loadOpening, openNow, type Opening } from './opening.js';
import { surveyJobs } from './survey-cards.js';

type When = Pick<Context, 'now' | 'calendar' | 'settings'>;

/** The day from the settings; one that does not exist every year (29 February) is 1 March. */
function dayIn(year: number, { settings }: Pick<When, 'settings'>): LocalDate {
  const day = `${year}-${settings.surveyOpensOn}`;
  return isLocalDate(day) ? day : `${year}-03-01`;
}

const yearOf = ({ now, calendar }: When): number => Number(calendar.dayOf(now).slice(0, 4));

/** At nine on the day from the settings, each year. */
export const openSurveyEachYear: Schedule = {
  job: surveyJobs.open.name,
  next(now, { calendar, settings }) {
    const when = { now, calendar, settings };
    const inYear = (year: number): Date => calendar.at(dayIn(year, when), 9, 0);
    const thisYear = inYear(yearOf(when));
    return thisYear > now ? thisYear : inYear(yearOf(when) + 1);
  },
};

/**
 * Whether it still makes sense to open by itself. On its day always; when that passed while nothing ran, only as long as
 * everybody can answer before the school year that is asked about is over. After that it waits for its day in the next.
 */
function isInTime(when: When): boolean {
  const today = when.calendar.dayOf(when.now);
  const thisYear = dayIn(yearOf(when), when);
  const its = thisYear <= today ? thisYear : dayIn(yearOf(when) - 1, when);
  if (today === its) return true;
  return schoolYearOf(its) === schoolYearOf(today) && lastDayFrom(today, when) <= endOfSchoolYear(its);
}

/** Opens the yearly survey of CLB workers (R18): once a school year, and not as long as there is no CLB. */
export const openSurvey = job({
  name: surveyJobs.open.name,
  subject: z.object({}),
  async load(read, _subject, context): Promise<Opening | null> {
    if (!isInTime(context)) return null;
    const opening = await loadOpening(read, context);
    return opening.present !== null || !opening.hasClbs ? null : opening;
  },
  decide: openNow,
});
