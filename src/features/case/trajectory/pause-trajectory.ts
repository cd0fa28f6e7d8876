import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { requiredDay } from '../../../contracts/typed-day.js';
import { trajectoryForms } from '../../../domain/trajectory/cards.js';
import { doIt, loadTrajectory, mayDo, trajectorySubject } from './act-on-trajectory.js';
import { headOf, onCard } from './trajectory-head.js';

/** How long a pause is proposed. */
const proposedDays = 28;

/** Pauzeren, until a day on which it is asked whether it goes on. Errors: `date-passed`, and those of `requiredDay`. */
export const pauseTrajectory = action({
  slug: 'pause-trajectory',
  subject: trajectorySubject,
  fields: z.object({ until: requiredDay }),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'pause', context),
  form: (facts, context, { typed }) => ({
    ...headOf(facts, context),
    typed: {
      until: typed['until'] ?? context.calendar.addDays(context.calendar.dayOf(context.now), proposedDays),
    },
  }),
  decide: (facts, { until }, context) =>
    until > context.calendar.dayOf(context.now)
      ? doIt(facts, { act: 'pause', until }, context)
      : { reply: trajectoryForms.pause.again(onCard(facts), { until: 'date-passed' }) },
});
