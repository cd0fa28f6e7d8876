import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { looks, type Strip } from '../../contracts/strip.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';

/** Tells the desk that work which should happen by itself keeps failing, for whoever manages the bot. */
export const stuckJob = view({
  slug: 'stuck-job',
  audience: 'stored',
  params: z.object({ job: z.string() }),
  load: async (read, { job }) => ({ job, stuck: (await read.stuckJobs()).find((one) => one.job === job) ?? null }),
  may: (_facts, actor) => deskOnly(actor),
  fill({ job, stuck }, { language, now }) {
    const t = texts(language);
    return {
      title: t(stuck === null ? 'desk.stuck-job.title-over' : 'desk.stuck-job.title'),
      strip: {
        ...(stuck === null ? looks.settled : looks.failed),
        state: t(stuck === null ? 'desk.stuck-job.over' : 'desk.stuck-job.failing'),
        next: stuck === null ? null : t('desk.stuck-job.tell'),
      } satisfies Strip,
      what:
        stuck === null
          ? t('desk.stuck-job.was')
          : t('desk.stuck-job.what', { count: stuck.count, since: moment(stuck.since, language, now) }),
      code: stuck?.error == null ? job : `${job} · ${stuck.error}`,
    };
  },
  summary: ({ stuck }, { language }) =>
    texts(language)(stuck === null ? 'desk.stuck-job.title-over' : 'desk.stuck-job.title'),
});
