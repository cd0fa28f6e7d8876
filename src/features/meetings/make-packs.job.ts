import { z } from 'zod';
import { job, type Context, type Schedule } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { showPeriod, type Period } from '../../domain/figures/index.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { packDay, packPeriod, type Pack } from '../../domain/workgroup/pack.js';
import { meetingJobs } from './meeting-cards.js';
import { packPost } from './meeting-keys.js';

/** Each morning at six, before the reminder that brings the pack. */
export const makesPacksEachDay: Schedule = {
  job: meetingJobs.makePacks.name,
  next(now, { calendar }) {
    const today = calendar.at(calendar.dayOf(now), 6, 0);
    return today > now ? today : calendar.at(calendar.addDays(calendar.dayOf(now), 1), 6, 0);
  },
};

interface MadeFacts {
  readonly packs: readonly Pack[];
  readonly meetings: readonly Meeting[];
}

/**
 * Makes the pack of each meeting whose day for it has come (R19), the earliest first; also one that was missed. Throws
 * {@link FiguresBehind} while the figures are still being counted: the job comes back then.
 */
export const makePacks = job({
  name: meetingJobs.makePacks.name,
  subject: z.object({}),
  async load(read, _subject, context): Promise<MadeFacts> {
    const present = await read.packs();
    const meetings = toPack(await read.meetings(['planned', 'held']), present, context);
    const packs: Pack[] = [];
    for (const meeting of meetings) {
      const period = packPeriod(context.calendar.dayOf(meeting.startsAt), [...present, ...packs]);
      if (period !== null) packs.push(await packOf(read, meeting, period, context));
    }
    return { packs, meetings };
  },
  decide: ({ packs, meetings }, { calendar }): Outcome => ({
    changes: packs.map((row) => ({ put: 'pack', row })),
    refresh: meetings.map(({ id, startsAt }) => packPost(id, calendar.dayOf(startsAt))),
  }),
});

/** The meetings whose pack is due and was not made. */
function toPack(meetings: readonly Meeting[], packs: readonly Pack[], { now, calendar }: Context): Meeting[] {
  const made = new Set(packs.map(({ meetingId }) => meetingId));
  return meetings.filter(
    ({ id, startsAt }) => !made.has(id) && packDay(calendar.dayOf(startsAt)) <= calendar.dayOf(now),
  );
}

async function packOf(
  read: Read,
  { id: meetingId }: Meeting,
  { from: fromDay, until: untilDay }: Period,
  { calendar, now: madeAt }: Context,
): Promise<Pack> {
  const figures = await read.figures({ from: calendar.at(fromDay, 0, 0), until: calendar.at(untilDay, 0, 0) });
  return { meetingId, fromDay, untilDay, figures: showPeriod(figures), madeAt };
}
