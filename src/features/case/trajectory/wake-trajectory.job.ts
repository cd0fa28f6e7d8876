import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { trajectoryJobs, trajectoryWakes } from '../../../domain/trajectory/clocks.js';
import { doByClock } from './act-on-trajectory.js';

/** A moment of a trajectory has come: whoever is to take its next step is asked for it. */
export const wakeTrajectory = job({
  name: trajectoryJobs.wake.name,
  subject: z.object({ trajectoryId: id<TrajectoryId>(), what: z.enum(trajectoryWakes) }),
  async load(read, { trajectoryId, what }) {
    const facts = await read.trajectory(trajectoryId);
    return facts === null ? null : { ...facts, what };
  },
  decide: ({ what, ...facts }, context) => doByClock(facts, { act: what }, context),
});
