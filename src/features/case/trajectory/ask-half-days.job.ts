import { z } from 'zod';
import { job, type Schedule } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Context } from '../../../contracts/context.js';
import type { Notice } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { trajectoryCards } from '../../../domain/trajectory/cards.js';
import {
  countMoment,
  countPost,
  countPosts,
  countStages,
  isToCount,
  weeksToAsk,
  type CountStage,
} from '../../../domain/trajectory/weekly-count.js';
import { loadRunning } from './half-day-rows.js';

/** Each working day at two: a week is asked on Friday, reminded of on Tuesday, told to the desk on Thursday. */
export const asksHalfDaysEachDay: Schedule = {
  job: jobNames.askHalfDays,
  next(now, { calendar }) {
    const today = calendar.nextOpening(calendar.at(calendar.dayOf(now), 14, 0));
    return today > now ? today : calendar.nextOpening(calendar.at(calendar.addDays(calendar.dayOf(now), 1), 14, 0));
  },
};

interface ToAsk {
  readonly providerId: OrganisationId;
  readonly week: LocalDate;
  readonly stage: CountStage;
}

/** Asks each provider for the half days of a week, reminds it once, then tells the desk; who counted hears nothing (R15). */
export const askHalfDays = job({
  name: jobNames.askHalfDays,
  subject: z.object({}),
  async load(read, _subject, { now, calendar }): Promise<readonly ToAsk[]> {
    const weeks = weeksToAsk(now, calendar);
    const found: ToAsk[] = [];
    for (const week of weeks)
      for (const providerId of await uncountedAt(read, week, { now, calendar })) {
        const stage = await nextStage(read, providerId, week);
        // A week that nobody was asked about in time is not asked about later.
        const isLate = stage === 'asked' && week !== weeks[0];
        if (stage !== null && !isLate && countMoment(week, stage, calendar) <= now)
          found.push({ providerId, week, stage });
      }
    return found;
  },
  decide: (found) => ({
    notices: found.map(({ providerId, week, stage }): Notice => ({
      key: countPost(providerId, week, stage),
      ...trajectoryCards.week.with({ providerId, week, stage }),
      to: stage === 'desk' ? { desk: true } : { organisation: providerId },
    })),
    // What was asked before says since when it is late.
    refresh: found.flatMap(({ providerId, week, stage }) => (stage === 'asked' ? [] : countPosts(providerId, week))),
  }),
});

/** Providers where somebody ran in this week of whom nothing is counted. */
async function uncountedAt(
  read: Read,
  week: LocalDate,
  { now, calendar }: Pick<Context, 'now' | 'calendar'>,
): Promise<Set<OrganisationId>> {
  const all = await loadRunning(read, null, week, now);
  return new Set(all.filter((one) => isToCount(one, week, calendar)).map((one) => one.trajectory.providerId));
}

/** What was not sent yet; null when everything was. */
async function nextStage(read: Read, providerId: OrganisationId, week: LocalDate): Promise<CountStage | null> {
  for (const stage of countStages) if (!(await read.hasMessage(countPost(providerId, week, stage)))) return stage;
  return null;
}
