import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { namedPeriods, periodNames } from '../../domain/figures/index.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { figureCards } from './figure-cards.js';

/** `cijfers`: the figures of this school year, or of the period that was chosen. */
export const showFigures = action({
  slug: 'show-figures',
  words: { nl: ['cijfers', 'statistieken'], en: ['figures', 'statistics'] },
  subject: z.object({}),
  fields: z.object({ period: z.enum(periodNames).catch('this-year') }),
  load: async () => ({}),
  may: (_loaded, { actor }) => deskOnly(actor),
  decide(_loaded, { period }, { calendar, now }) {
    const periods = namedPeriods(calendar.dayOf(now));
    // A trimester of last school year's card may not have begun in this one: then the whole of it.
    const { from, until } = periods.find(({ name }) => name === period) ?? periods[0];
    return { reply: figureCards.figures.shown({ from, until }) };
  },
});
