import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { namedPeriods, periodNames } from '../../domain/figures/index.js';
import { actsFor } from '../../contracts/actor.js';
import { meetingList, workgroupOnly } from '../../contracts/workgroup-home.js';
import { figureCards } from './figure-cards.js';

/**
 * `cijfers`: for the desk exact ones of this school year, or of the period that was chosen; for the working group those of its meetings,
 * in which small numbers are hidden.
 */
export const showFigures = action({
  slug: 'show-figures',
  words: { nl: ['cijfers', 'statistieken'], en: ['figures', 'statistics'] },
  subject: z.object({}),
  fields: z.object({ period: z.enum(periodNames).catch('this-year') }),
  load: async () => ({}),
  may: (_loaded, { actor }) => workgroupOnly(actor),
  decide(_loaded, { period }, { actor, calendar, now }) {
    if (actsFor(actor, 'desk') === null) return { reply: meetingList.shown({}) };
    const periods = namedPeriods(calendar.dayOf(now));
    // A trimester of last school year's card may not have begun in this one: then the whole of it.
    const { from, until } = periods.find(({ name }) => name === period) ?? periods[0];
    return { reply: figureCards.figures.shown({ from, until }) };
  },
});
