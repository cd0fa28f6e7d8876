import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from './desk-only.js';

/** The desk's menu: what waits for a person, and everything it manages. */
export const deskMenu = view({
  slug: 'desk-menu',
  audience: 'stored',
  params: z.object({}),
  load: async (read, _params, { now }) => ({
    held: await read.countReferrals({ states: ['held'] }),
    overdue: await read.countReferrals({ states: ['delivered'], contactDueBefore: now }),
    undelivered: await read.countUndelivered(),
  }),
  may: (_facts, actor) => deskOnly(actor),
  fill(facts, { language, now, calendar, settings }) {
    const t = texts(language);
    return {
      ...facts,
      hours: calendar.isOpen(now)
        ? t(settings.deskFirst ? 'desk.desk-menu.open-desk-first' : 'desk.desk-menu.open')
        : t('desk.desk-menu.closed', { when: moment(calendar.nextOpening(now), language, now) }),
      deskFirst: settings.deskFirst ? t('desk.desk-menu.desk-first') : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('desk.desk-menu.title'),
});
