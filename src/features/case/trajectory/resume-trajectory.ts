import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTrajectory, mayDo, trajectorySubject } from './act-on-trajectory.js';

/** Loopt weer: after a pause it goes on. */
export const resumeTrajectory = action({
  slug: 'resume-trajectory',
  subject: trajectorySubject,
  fields: z.object({}),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'resume', context),
  decide: (facts, _fields, context) => doIt(facts, { act: 'resume' }, context),
});
