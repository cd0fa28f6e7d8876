import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { trajectoryJobs, trajectoryWakes } from '../../../domain/trajectory/clocks.js';
import { doByClock } from './act-on-trajectory.js';
import { countUnknown, stillCommand } from './still-by-clock.js';

/** A moment of a trajectory has come: whoever is to take its next step is asked for it, or whether the pupil is still at school. */
export const wakeTrajectory = job({
  name: trajectoryJobs.wake.name,
  subject: z.object({ trajectoryId: id<TrajectoryId>(), what: z.enum(trajectoryWakes) }),
  async load(read, { trajectoryId, what }) {
    const facts = await read.trajectory(trajectoryId);
    if (facts === null) return null;
    return { ...facts, command: what === 'follow-up' ? { act: what } : await stillCommand(read, facts) };
  },
  decide: ({ command, ...facts }, context) => countUnknown(doByClock(facts, command, context), facts, context),
});
