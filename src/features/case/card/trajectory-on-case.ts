import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { Strip } from '../../../contracts/strip.js';
import { trajectoryCards } from '../../../domain/trajectory/cards.js';
import { isPutOff, isStepDue } from '../../../domain/trajectory/clocks.js';
import type { TrajectoryAct } from '../../../domain/trajectory/policy.js';
import { currentOf } from '../../../domain/round-table/round-table.js';
import { currentTrajectory, type Trajectory } from '../../../domain/trajectory/trajectory.js';
import { texts } from '../../../texts/index.js';
import type { LooseButton } from './buttons.js';
import type { Reader } from './strip.js';
import { mayOnTrajectory, pressFor, trajectoryChoices } from './trajectory-choices.js';
import { schoolButton } from './school-strip.js';
import { trajectoryStrip } from './trajectory-strip.js';

/** What a referral with a place, or one that ended, says of its trajectory (R15). */
export interface TrajectoryOnCase {
  /** Null: the round table comes first. */
  readonly strip: Strip | null;
  readonly buttons: readonly LooseButton[];
}

/** The trajectory of a referral for one reader; null where there is none. `tableAsks`: its round table asks this reader something. */
export function trajectoryOnCase(
  facts: CaseFacts,
  reader: Reader,
  tableAsks: boolean,
  context: ViewContext,
): TrajectoryOnCase | null {
  const { referral } = facts;
  const trajectory = ['placed', 'completed'].includes(referral.state) ? currentTrajectory(facts.trajectories) : null;
  if (trajectory === null) return releasedBefore(facts, reader, context);
  const isDue = isStepDue(trajectory, context.now);
  const isAsked = isDue || isBetween(trajectory, facts);
  const runs = trajectory.state !== 'awaited';
  // A round table that is to be planned comes before the start, not before the question how it goes.
  const leads = (runs && isDue) || (!tableAsks && (runs || isAsked));
  return {
    strip: leads ? trajectoryStrip(trajectory, facts, reader, context) : null,
    buttons: [
      ...(releasedBefore(facts, reader, context)?.buttons ?? []),
      ...buttonsFor(trajectory, facts, reader, leads && isAsked, context),
    ],
  };
}

/** The place has ended: what the CLB released before still goes to the school. */
function releasedBefore({ trajectories }: CaseFacts, reader: Reader, context: ViewContext): TrajectoryOnCase | null {
  const button = trajectories
    .filter(({ state }) => state === 'dropped')
    .map((one) => schoolButton(one, reader, context))
    .find((one) => one !== null);
  return button ? { strip: null, buttons: [button] } : null;
}

/** The first round table was held, and nobody said yet that the pupil began. */
const isBetween = ({ state }: Trajectory, { roundTables }: CaseFacts): boolean =>
  state === 'awaited' && currentOf(roundTables)?.state === 'held';

/** What is asked, is answered in one press from the post; the card of the trajectory has the rest. */
const asked: readonly TrajectoryAct[] = ['start', 'postpone', 'look', 'resume'];

/** What is done every day or week. */
const daily: readonly TrajectoryAct[] = ['start', 'note-absence', 'count-half-days', 'handle-absences'];

function buttonsFor(
  trajectory: Trajectory,
  { referral }: CaseFacts,
  reader: Reader,
  isAsked: boolean,
  context: ViewContext,
): LooseButton[] {
  const may = mayOnTrajectory(trajectory, referral, reader, context);
  // A post stands for days: what fits today only is not looked at here, and a second press is nothing new.
  const own = trajectoryChoices
    .filter(({ act }) => may.has(act) && (isAsked ? asked.includes(act) : daily.includes(act)))
    .filter(
      ({ act }) => act !== 'postpone' || !isPutOff(trajectory, context.calendar) || isStepDue(trajectory, context.now),
    )
    .map((choice): LooseButton => ({
      ...pressFor(choice, trajectory, reader, context.language),
      style: isAsked && choice.likeliest === true ? 'positive' : null,
      inMenu: !isAsked && choice.act === 'start',
    }));
  const school = schoolButton(trajectory, reader, context);
  const row = school === null || isAsked ? own : [school, ...own];
  if (trajectory.state === 'awaited') return row;
  const title = texts(context.language)('trajectory.buttons.show');
  const data = trajectoryCards.card.onButton({ trajectoryId: trajectory.id, side: reader });
  return [...row, { title, style: null, verb: builtInVerbs.show, data, inMenu: false }];
}
