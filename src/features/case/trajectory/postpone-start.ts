import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTrajectory, mayDo, trajectorySubject } from './act-on-trajectory.js';

/** Nog niet gestart: it is asked again in two weeks of the desk's working time. */
export const postponeStart = action({
  slug: 'postpone-start',
  subject: trajectorySubject,
  fields: z.object({}),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'postpone', context),
  decide: (facts, _fields, context) => doIt(facts, { act: 'postpone' }, context),
});
