import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { looks, type Strip } from '../../contracts/strip.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';

/** Tells the desk that Teams takes nothing, since when, how much waits, and when it was over. */
export const teamsAway = view({
  slug: 'teams-away',
  audience: 'stored',
  params: z.object({ since: z.iso.datetime() }),
  load: async (read, { since }) =>
    (await read.teamsOutages()).find((one) => one.since.getTime() === Date.parse(since)) ?? null,
  may: (_facts, actor) => deskOnly(actor),
  fill({ since, until, waiting }, { language, now }) {
    const t = texts(language);
    const from = moment(since, language, now);
    const isOver = until !== null;
    return {
      title: t(isOver ? 'desk.teams-away.title-back' : 'desk.teams-away.title'),
      strip: {
        ...(isOver ? looks.settled : looks.failed),
        state: t(isOver ? 'desk.teams-away.back' : 'desk.teams-away.away'),
        next: isOver ? null : t('desk.teams-away.nothing-to-do'),
      } satisfies Strip,
      what: isOver
        ? t('desk.teams-away.was', { from, until: moment(until, language, now) })
        : t('desk.teams-away.is', { from }),
      waiting: waiting === 0 ? null : t('desk.teams-away.waiting', { count: waiting }),
      longer: isOver ? null : t('desk.teams-away.longer'),
    };
  },
  summary: ({ until }, { language }) =>
    texts(language)(until === null ? 'desk.teams-away.title' : 'desk.teams-away.title-back'),
});
