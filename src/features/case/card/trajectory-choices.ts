import type { ViewContext } from '../../../contracts/context.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Language } from '../../../domain/language.js';
import type { FormTo } from '../../../domain/reference-to.js';
import { trajectoryForms, type OnTrajectory } from '../../../domain/trajectory/cards.js';
import { trajectoryRights, type TrajectoryAct } from '../../../domain/trajectory/policy.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { caseActor } from '../case-actor.js';
import type { Reader } from './strip.js';

/** One button of a trajectory: what it stands for, and what the press does. */
export interface TrajectoryChoice {
  readonly act: TrajectoryAct;
  readonly press: { readonly verb: string } | FormTo<OnTrajectory>;
  readonly inMenu?: true;
  readonly likeliest?: true;
}

/** What can stand on the card of a trajectory, the likeliest first; which of it does, the policy says. */
export const trajectoryChoices: readonly TrajectoryChoice[] = [
  { act: 'start', press: trajectoryForms.start, likeliest: true },
  { act: 'postpone', press: { verb: 'postpone-start' } },
  { act: 'look', press: { verb: 'continue-trajectory' } },
  { act: 'resume', press: { verb: 'resume-trajectory' }, likeliest: true },
  { act: 'close', press: trajectoryForms.close },
  { act: 'pause', press: trajectoryForms.pause, inMenu: true },
  { act: 'reopen', press: { verb: 'reopen-trajectory' } },
  { act: 'take-back-start', press: { verb: 'take-back-start' }, inMenu: true },
];

/** What somebody may do with it now; on a stored card everybody sees what the side may where it stands. */
export const mayOnTrajectory = (
  trajectory: Trajectory,
  referral: Referral,
  reader: Reader,
  { actor, now }: Pick<ViewContext, 'actor' | 'now'>,
): ReadonlySet<TrajectoryAct> =>
  trajectoryRights.allowedActs(
    actor === null ? { sides: [reader], isAuthor: false } : caseActor(actor, referral),
    trajectory,
    now,
  );

/** The word and the press of a choice. */
export function pressFor({ act, press }: TrajectoryChoice, { id }: Trajectory, side: Reader, language: Language) {
  const subject = { trajectoryId: id, side };
  return {
    title: texts(language)(`trajectory.buttons.${act}` as TextKey),
    ...('verb' in press
      ? { verb: press.verb, data: subject }
      : { verb: builtInVerbs.openForm, data: press.onButton(subject) }),
  };
}
