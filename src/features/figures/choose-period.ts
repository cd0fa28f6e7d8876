import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { requiredDay } from '../../contracts/typed-day.js';
import { daysBetween, daysLater } from '../../domain/local-date.js';
import { startOfSchoolYear } from '../../domain/school-year.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { figureCards, figureForms } from './figure-cards.js';

const mostDays = 3660;

/** Andere periode: the figures from one day up to and including another. Errors: as of a typed day, `backwards`, `to-come`, `too-long`. */
export const choosePeriod = action({
  slug: 'choose-period',
  subject: z.object({}),
  fields: z.object({ first: requiredDay, last: requiredDay }),
  storable: true,
  load: async () => ({}),
  may: (_loaded, { actor }) => deskOnly(actor),
  form(_loaded, { calendar, now }, { typed }) {
    const today = calendar.dayOf(now);
    return { typed: { first: typed['first'] ?? startOfSchoolYear(today), last: typed['last'] ?? today } };
  },
  decide(_loaded, { first, last }, { calendar, now }) {
    const wrong = faultOf(first, last, calendar.dayOf(now));
    if (wrong !== null) return { reply: figureForms.period.again({}, { last: wrong }) };
    return { reply: figureCards.figures.shown({ from: first, until: daysLater(last, 1) }) };
  },
});

function faultOf(first: string, last: string, today: string): string | null {
  if (last < first) return 'backwards';
  if (last > today) return 'to-come';
  return daysBetween(first, last) > mostDays ? 'too-long' : null;
}
