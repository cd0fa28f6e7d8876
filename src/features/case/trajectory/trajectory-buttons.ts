import type { ViewContext } from '../../../contracts/action.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryReader } from '../../../domain/trajectory/cards.js';
import { isStepDue } from '../../../domain/trajectory/clocks.js';
import type { Button } from '../card/buttons.js';
import { mayOnTrajectory, pressFor, trajectoryChoices, type TrajectoryChoice } from '../card/trajectory-choices.js';
import { isStillOpen } from './act-on-trajectory.js';

/** The buttons of a trajectory on its own card; on a stored card everybody sees those of the side where it stands. */
export function trajectoryButtons(facts: TrajectoryCase, reader: TrajectoryReader, context: ViewContext): Button[] {
  if (!isStillOpen(facts)) return [];
  const { trajectory, referral } = facts;
  const may = mayOnTrajectory(trajectory, referral, reader, context);
  const possible = trajectoryChoices.filter(({ act }) => may.has(act));
  // That it goes on is said when it is asked; before that it is rarely needed.
  const hides = ({ act, inMenu }: TrajectoryChoice): boolean =>
    inMenu === true || (act === 'look' && !isStepDue(trajectory, context.now));
  const isMenuAlone = possible.every(hides);
  return possible.map((choice) => ({
    ...pressFor(choice, trajectory, reader, context.language),
    style: choice.likeliest === true ? 'positive' : null,
    mode: hides(choice) && !isMenuAlone ? 'secondary' : null,
  }));
}
