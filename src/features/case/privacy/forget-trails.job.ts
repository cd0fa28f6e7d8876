import { z } from 'zod';
import { job, type Schedule } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due } from '../../../contracts/outcome.js';
import type { TrailId } from '../../../domain/ids.js';
import { actByClock } from '../act-on-case.js';
import { erased, loadTrail, type TrailFacts } from './erased-trail.js';

const atOnce = 200;
const dayMs = 86_400_000;

/** Until when it was over, for its term to have passed. */
const endOf = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

/** At half past two in the night: before the run over all cases. */
export const forgetsEachNight: Schedule = {
  job: jobNames.forgetTrails,
  next(now, { calendar }) {
    const tonight = calendar.at(calendar.dayOf(now), 2, 30);
    return tonight > now ? tonight : calendar.at(calendar.addDays(calendar.dayOf(now), 1), 2, 30);
  },
};

const forgetDue = (trailId: TrailId, at: Date): Due => ({
  key: `forget:${trailId}`,
  job: jobNames.forgetTrail,
  subject: { trailId },
  at,
});

/** Finds the trails of which the term has passed, and gives each its own turn; what does not fit in one night goes on the next. */
export const forgetTrails = job({
  name: jobNames.forgetTrails,
  subject: z.object({}),
  load: (read, _subject, { now, settings }) => read.trailsOver(endOf(now, settings.keptDays.trails), atOnce),
  decide: (trails, { now }) => ({ dues: trails.map((trail) => forgetDue(trail, now)) }),
});

/** Erases everything personal of one trail, when its term has passed still. */
export const forgetTrail = job({
  name: jobNames.forgetTrail,
  subject: z.object({ trailId: id<TrailId>() }),
  load: (read, { trailId }, { now, settings }): Promise<TrailFacts | null> =>
    loadTrail(read, trailId, endOf(now, settings.keptDays.trails)),
  decide: (facts, context) =>
    erased(
      facts,
      facts.cases.flatMap((one) => actByClock(one, { act: 'erase', why: 'term' }, context).cases ?? []),
    ),
});
