import { z } from 'zod';
import { job, type Schedule } from '../../contracts/action.js';
import { isLocalDate } from '../../domain/local-date.js';
import { loadOpening, openNow, type Opening } from './opening.js';
import { surveyJobs } from './survey-keys.js';

/** At nine on the day from the settings, each year; a day that does not exist every year (29 February) is 1 March. */
export const openSurveyEachYear: Schedule = {
  job: surveyJobs.open,
  next(now, { calendar, settings }) {
    const year = Number(calendar.dayOf(now).slice(0, 4));
    const moments = [year, year + 1].map((one) => {
      const day = `${one}-${settings.surveyOpensOn}`;
      return calendar.at(isLocalDate(day) ? day : `${one}-03-01`, 9, 0);
    });
    return moments.find((at) => at > now) ?? moments[1]!;
  },
};

/** Opens the yearly survey of CLB workers (R18): once a school year, and not as long as there is no CLB. */
export const openSurvey = job({
  name: surveyJobs.open,
  subject: z.object({}),
  async load(read, _subject, context): Promise<Opening | null> {
    const opening = await loadOpening(read, context);
    return opening.present !== null || !opening.hasClbs ? null : opening;
  },
  decide: openNow,
});
