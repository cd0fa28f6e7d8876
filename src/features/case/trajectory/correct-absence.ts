import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { requiredDay } from '../../../contracts/typed-day.js';
import { absenceDays, dayParts } from '../../../domain/trajectory/absences.js';
import { trajectoryForms } from '../../../domain/trajectory/cards.js';
import { texts } from '../../../texts/index.js';
import { doIt, loadTrajectory, mayDo, trajectorySubject, type ActingOn } from './act-on-trajectory.js';
import { headOf, onCard } from './trajectory-head.js';

const presences = [...dayParts, 'present'] as const;

/**
 * Afwezigheid: of an earlier day, of a part of a day, or that the pupil was there after all; the CLB reads it at once. Errors:
 * `date-to-come`, `date-before-start`, `date-after-end`, `date-long-ago`, those of `requiredDay`, and `part-missing`.
 */
export const correctAbsence = action({
  slug: 'correct-absence',
  subject: trajectorySubject,
  fields: z.object({ on: requiredDay, part: z.enum(presences, { error: 'part-missing' }) }),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'correct-absence', context),
  form(facts, context, { typed }) {
    const say = texts(context.actor.language);
    return {
      ...headOf(facts, context),
      parts: presences.map((value) => ({ value, title: say(`trajectory.correct-absence.parts.${value}`) })),
      typed: { on: typed['on'] ?? yesterday(context), part: typed['part'] ?? 'day' },
    };
  },
  decide(facts, { on, part }, context) {
    const wrong = wrongWith(on, facts, context);
    return wrong === null
      ? doIt(facts, { act: 'correct-absence', on, part: part === 'present' ? null : part }, context)
      : { reply: trajectoryForms.correctAbsence.again(onCard(facts), { on: wrong }) };
  },
});

/** Today is one press on the card: an earlier day is what this is opened for. */
const yesterday = ({ calendar, now }: ActionContext): string => calendar.addDays(calendar.dayOf(now), -1);

/** A pupil is absent while the trajectory runs; what lies longer ago was told to nobody in time. */
function wrongWith(on: string, { trajectory }: ActingOn, { calendar, now }: ActionContext): string | null {
  const today = calendar.dayOf(now);
  if (on > today) return 'date-to-come';
  if (trajectory.startedOn !== null && on < trajectory.startedOn) return 'date-before-start';
  if (trajectory.closedOn !== null && on > trajectory.closedOn) return 'date-after-end';
  return on < calendar.addDays(today, -absenceDays) ? 'date-long-ago' : null;
}
