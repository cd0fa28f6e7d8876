import { z } from 'zod';
import { job } from '../../contracts/action.js';
import { jobNames } from '../../contracts/jobs.js';
import { postKey } from '../../domain/reference-to.js';
import { deskCards } from './desk-cards.js';

const dayMs = 86_400_000;
/** So many days back a post is brought up to date when the work goes on again. */
const daysBack = 14;

/** Work that should happen by itself keeps failing: one post a day and kind before the desk, brought up to date when it goes on again. */
export const reportStuckJob = job({
  name: jobNames.reportStuckJob,
  subject: z.object({ job: z.string() }),
  async load(read, { job: name }) {
    const [desk] = await read.organisations('desk');
    if (desk === undefined) return null;
    return { desk, name, isStuck: (await read.stuckJobs()).some((one) => one.job === name) };
  },
  decide({ desk, name, isStuck }, { now, calendar }) {
    const keyOf = (back: number) => postKey(`stuck:${name}:${calendar.dayOf(new Date(now.getTime() - back * dayMs))}`);
    const post = { key: keyOf(0), ...deskCards.stuckJob.with({ job: name }), to: { organisation: desk.id } };
    return {
      refresh: Array.from({ length: daysBack }, (_none, back) => keyOf(back)),
      notices: isStuck ? [post] : [],
    };
  },
});
