import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { requiredDay } from '../../../contracts/typed-day.js';
import { trajectoryForms } from '../../../domain/trajectory/cards.js';
import { doIt, loadTrajectory, mayDo, trajectorySubject, type ActingOn } from './act-on-trajectory.js';
import { headOf, onCard } from './trajectory-head.js';

/** Gestart: the provider says on which day the pupil began; today stands there. Errors: `date-to-come`, `date-too-early`, and those of `requiredDay`. */
export const startTrajectory = action({
  slug: 'start-trajectory',
  subject: trajectorySubject,
  fields: z.object({ on: requiredDay }),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'start', context),
  form: (facts, context, { typed }) => ({
    ...headOf(facts, context),
    typed: { on: typed['on'] ?? context.calendar.dayOf(context.now) },
  }),
  decide(facts, { on }, context) {
    const wrong = wrongWith(on, facts, context);
    return wrong === null
      ? doIt(facts, { act: 'start', on }, context)
      : { reply: trajectoryForms.start.again(onCard(facts), { on: wrong }) };
  },
});

/** A pupil cannot have begun tomorrow, nor before anybody was asked. */
function wrongWith(on: string, { referral }: ActingOn, { calendar, now }: ActionContext): string | null {
  if (on > calendar.dayOf(now)) return 'date-to-come';
  return on < calendar.dayOf(referral.firstRegisteredAt) ? 'date-too-early' : null;
}
