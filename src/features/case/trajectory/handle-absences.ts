import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { doIt, loadTrajectory, mayDo, trajectorySubject } from './act-on-trajectory.js';

/** Opgevolgd: the desk sees to a pupil who was absent three times in a row. */
export const handleAbsences = action({
  slug: 'handle-absences',
  subject: trajectorySubject,
  fields: z.object({}),
  load: loadTrajectory,
  may: (facts, context) => mayDo(facts, 'handle-absences', context),
  decide: (facts, _fields, context) => doIt(facts, { act: 'handle-absences' }, context),
});
