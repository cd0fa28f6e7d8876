import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTrajectory, mayDo, trajectorySubject } from './act-on-trajectory.js';

/** Loopt verder: it was looked at, and the next look has a day. */
export const continueTrajectory = action({
  slug: 'continue-trajectory',
  subject: trajectorySubject,
  fields: z.object({}),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'look', context),
  decide: (facts, _fields, context) => doIt(facts, { act: 'look' }, context),
});
