import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { dayParts } from '../../../domain/trajectory/absences.js';
import { isRefusal } from '../../../contracts/outcome.js';
import { doIt, loadTrajectory, mayDo, present, trajectorySubject } from './act-on-trajectory.js';

/** Afwezig: today, the whole day or a part of it, in one press; the CLB reads it at once. */
export const noteAbsence = action({
  slug: 'note-absence',
  subject: trajectorySubject.extend({ part: z.enum(dayParts).catch('day') }),
  fields: z.object({}),
  async load(read, { part, ...subject }) {
    const facts = await loadTrajectory(read, subject);
    return 'refused' in facts ? facts : { ...facts, part };
  },
  may: (facts, context) => mayDo(facts, 'note-absence', context),
  decide({ part, ...facts }, _fields, context) {
    const done = doIt(facts, { act: 'note-absence', on: context.calendar.dayOf(context.now), part }, context);
    return isRefusal(done) ? done : { ...done, reply: { ...present(facts), note: { key: 'absence-noted' } } };
  },
});
