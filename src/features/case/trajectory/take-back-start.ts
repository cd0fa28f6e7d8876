import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTrajectory, mayDo, trajectorySubject } from './act-on-trajectory.js';

/** Toch niet gestart: it was said by mistake, within a week. */
export const takeBackStart = action({
  slug: 'take-back-start',
  subject: trajectorySubject,
  fields: z.object({}),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'take-back-start', context),
  decide: (facts, _fields, context) => doIt(facts, { act: 'take-back-start' }, context),
});
