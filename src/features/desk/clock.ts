import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';

/** The year is always told: the clock of local mode may be anywhere. */
const anotherYear = new Date(0);

/** Local mode only: what time it is for the program. */
export const clock = view({
  slug: 'clock',
  audience: 'stored',
  params: z.object({ problem: z.enum(['unclear', 'backwards', 'too-far']).nullable().default(null) }),
  load: async (_read, params) => params,
  fill({ problem }, { language, now, calendar }) {
    const t = texts(language);
    return {
      title: t('desk.clock.title', { now: moment(now, language, anotherYear) }),
      problem: problem === null ? null : t(`desk.clock.problems.${problem}`),
      hours: t(calendar.isOpen(now) ? 'desk.clock.open' : 'desk.clock.closed'),
    };
  },
  summary: (_facts, { language, now }) =>
    texts(language)('desk.clock.title', { now: moment(now, language, anotherYear) }),
});
