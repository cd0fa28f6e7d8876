import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { Read } from '../../../contracts/read.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { trajectoryJobs, trajectoryWakes, type TrajectoryWake } from '../../../domain/trajectory/clocks.js';
import type { TrajectoryCommand } from '../../../domain/trajectory/decide.js';
import { doByClock } from './act-on-trajectory.js';
import { countUnknown, stillCommand } from './still-by-clock.js';

/** A moment of a trajectory has come: whoever is to take its next step is asked for it, for a message to the school, or whether the pupil is still at school. */
export const wakeTrajectory = job({
  name: trajectoryJobs.wake.name,
  subject: z.object({ trajectoryId: id<TrajectoryId>(), what: z.enum(trajectoryWakes) }),
  async load(read, { trajectoryId, what }) {
    const facts = await read.trajectory(trajectoryId);
    if (facts === null) return null;
    return { ...facts, command: await commandFor(what, read, facts) };
  },
  decide: ({ command, ...facts }, context) => countUnknown(doByClock(facts, command, context), facts, context),
});

/** What is done about it when its moment has come. */
async function commandFor(what: TrajectoryWake, read: Read, facts: TrajectoryCase): Promise<TrajectoryCommand> {
  if (what === 'follow-up') return { act: what };
  return what === 'still-at-school'
    ? stillCommand(read, facts)
    : { act: 'remind-school', coordinatorId: facts.coordinator?.id ?? null };
}
