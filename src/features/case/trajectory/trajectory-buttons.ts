import type { ViewContext } from '../../../contracts/action.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryReader } from '../../../domain/trajectory/cards.js';
import { mostButtons, mostShown, type Button } from '../card/buttons.js';
import { mayOnTrajectory, choicesFor, pressFor } from '../card/trajectory-choices.js';
import { isStillOpen } from './act-on-trajectory.js';

/** The buttons of a trajectory on its own card; on a stored card everybody sees those of the side where it stands. */
export function trajectoryButtons(facts: TrajectoryCase, reader: TrajectoryReader, context: ViewContext): Button[] {
  if (!isStillOpen(facts)) return [];
  const { trajectory, referral } = facts;
  const may = mayOnTrajectory(trajectory, referral, reader, context);
  const possible = choicesFor(trajectory, may, context).slice(0, mostButtons);
  const isMenuAlone = possible.every(({ inMenu }) => inMenu === true);
  return possible.map((choice, index) => ({
    ...pressFor(choice, trajectory, reader, context.language),
    style: choice.likeliest === true ? 'positive' : null,
    mode: (choice.inMenu === true || index >= mostShown) && !isMenuAlone ? 'secondary' : null,
  }));
}
