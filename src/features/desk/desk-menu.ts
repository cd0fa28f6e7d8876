import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { ServiceListLine } from '../../contracts/case-lists.js';
import { loadWaiting } from '../../contracts/waiting.js';
import { moment } from '../../texts/format.js';
import { firstRows, tilesOf, waitingLine } from '../../texts/home-words.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';

/** The desk's home: what waits and for how many, what comes first, whether it is active now, and everything it manages. */
export const deskMenu = view({
  slug: 'desk-menu',
  audience: 'stored',
  params: z.object({}),
  load: async (read, _params, { now }) => ({
    waiting: await loadWaiting(read, { of: 'desk', organisationIds: [], personId: null }, now),
    lists: await read.serviceLists(null),
  }),
  may: (_facts, actor) => deskOnly(actor),
  fill({ waiting, lists }, { language, now, calendar, settings }) {
    const t = texts(language);
    return {
      line: t('desk.desk-menu.line', {
        waiting: waitingLine(waiting, language),
        moment: moment(now, language, now),
      }),
      tiles: tilesOf(waiting, language),
      first: firstRows(waiting, { language, now, calendar }),
      hours: calendar.isOpen(now)
        ? t(settings.deskFirst ? 'desk.desk-menu.open-desk-first' : 'desk.desk-menu.open')
        : t('desk.desk-menu.closed', { when: moment(calendar.nextOpening(now), language, now) }),
      lists: lists.length === 0 ? null : t('desk.desk-menu.on-lists', countsOf(lists)),
      deskFirst: settings.deskFirst ? t('desk.desk-menu.desk-first') : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('desk.desk-menu.title'),
});

const countsOf = (lists: readonly ServiceListLine[]) => ({
  lists: lists.length,
  waiting: lists.reduce((sum, { count }) => sum + count, 0),
  unconfirmed: lists.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0),
});
