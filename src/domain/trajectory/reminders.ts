import type { TrajectoryNews } from './cards.js';
import { owedMessages } from './school-message.js';
import type { Trajectory } from './trajectory.js';

/** Whether the step of which a reply in the thread reminds is still to be taken; `by`: the term of a message to the school. */
export function stillReminds(what: TrajectoryNews, by: string | null, trajectory: Trajectory): boolean {
  if (what === 'school-left-provider' || what === 'school-left-clb') {
    const side = what === 'school-left-clb' ? 'clb' : 'provider';
    return owedMessages(trajectory, side).some((one) => one.by?.toISOString() === by);
  }
  return what === `left-${trajectory.state}` && trajectory.nudges > 0;
}
