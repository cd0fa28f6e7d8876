import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTrajectory, mayDo, present, trajectorySubject } from './act-on-trajectory.js';

/** Was er wel: the last absence was noted by mistake; the CLB reads that too. */
export const takeBackAbsence = action({
  slug: 'take-back-absence',
  subject: trajectorySubject,
  fields: z.object({}),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'take-back-absence', context),
  decide(facts, _fields, context) {
    const on = facts.trajectory.absences.at(-1)?.on;
    return on === undefined ? { reply: present(facts) } : doIt(facts, { act: 'take-back-absence', on }, context);
  },
});
