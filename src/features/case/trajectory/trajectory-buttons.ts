import type { ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryReader } from '../../../domain/trajectory/cards.js';
import { texts } from '../../../texts/index.js';
import { mostButtons, mostShown, type Button, type LooseButton } from '../card/buttons.js';
import { mayOnTrajectory, choicesFor, pressFor } from '../card/trajectory-choices.js';
import { schoolButton } from '../card/school-strip.js';
import { caseForms } from '../case-forms.js';
import { actsOnCard } from '../viewer.js';
import { isStillOpen } from './act-on-trajectory.js';

/** What stands on the post or is typed as easily gives way where the row is full. */
const givesWay: readonly Named['name'][] = ['count-half-days', 'note-absence', 'agree-school', 'take-back-start'];

type Named = LooseButton & { readonly name: string };

/** The buttons of a trajectory on its own card; on a stored card everybody sees those of the side where it stands. */
export function trajectoryButtons(facts: TrajectoryCase, reader: TrajectoryReader, context: ViewContext): Button[] {
  if (!isStillOpen(facts)) return [];
  const { trajectory, referral } = facts;
  const may = mayOnTrajectory(trajectory, referral, reader, context);
  const choices = choicesFor(trajectory, may, context).map((choice): Named => ({
    ...pressFor(choice, trajectory, reader, context.language),
    style: choice.likeliest === true ? 'positive' : null,
    inMenu: choice.inMenu === true,
    name: choice.act,
  }));
  const school = schoolButton(trajectory, reader, context);
  const row = fitted([
    ...(school === null ? [] : [{ ...school, name: 'school' }]),
    ...choices,
    ...noteOf(facts, reader, context),
  ]);
  const isMenuAlone = row.every(({ inMenu }) => inMenu);
  return row.map(({ name: _name, inMenu, ...button }, index) => ({
    ...button,
    mode: (inMenu || index >= mostShown) && !isMenuAlone ? 'secondary' : null,
  }));
}

/** A note to the CLB is an act on the case: it is read there, beside the questions. */
function noteOf({ referral }: TrajectoryCase, reader: TrajectoryReader, context: ViewContext): Named[] {
  if (!actsOnCard(context, referral, reader).has('leave-note')) return [];
  const title = texts(context.language)('trajectory.buttons.note');
  const data = caseForms.leaveNote.onButton({ referralId: referral.id, round: referral.round });
  return [{ title, verb: builtInVerbs.openForm, data, style: null, inMenu: true, name: 'note' }];
}

function fitted(row: readonly Named[]): readonly Named[] {
  const first = givesWay.find((one) => row.some(({ name }) => name === one));
  return row.length <= mostButtons || first === undefined
    ? row.slice(0, mostButtons)
    : fitted(row.filter(({ name }) => name !== first));
}
