import type { ViewContext } from '../../../contracts/context.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Language } from '../../../domain/language.js';
import type { FormTo } from '../../../domain/reference-to.js';
import { isStepDue } from '../../../domain/trajectory/clocks.js';
import type { DayPart } from '../../../domain/trajectory/absences.js';
import { trajectoryForms, type OnTrajectory } from '../../../domain/trajectory/cards.js';
import { trajectoryRights, type TrajectoryAct } from '../../../domain/trajectory/policy.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { caseActor } from '../case-actor.js';
import type { Reader } from './strip.js';

/** One button of a trajectory: what it stands for, and what the press does. */
export interface TrajectoryChoice {
  readonly act: TrajectoryAct;
  readonly press:
    | { readonly verb: string; readonly with?: Readonly<Record<string, string>> }
    | FormTo<OnTrajectory>
    /** Opens a form of the whole provider. */
    | ((trajectory: Trajectory) => Readonly<Record<string, unknown>>);
  /** Only where it fits. */
  readonly fits?: (trajectory: Trajectory, when: When) => boolean;
  readonly inMenu?: true;
  readonly likeliest?: true;
}

interface When {
  readonly now: Date;
  readonly today: string;
}

const wasAbsentAs =
  (...parts: readonly (DayPart | null)[]) =>
  ({ absences }: Trajectory, { today }: When): boolean =>
    parts.includes(absences.find(({ on }) => on === today)?.part ?? null);
const isDue = (trajectory: Trajectory, { now }: When): boolean => isStepDue(trajectory, now);

/** What can stand on the card of a trajectory, the likeliest first; which of it does, the policy says. */
export const trajectoryChoices: readonly TrajectoryChoice[] = [
  { act: 'start', press: trajectoryForms.start, likeliest: true },
  { act: 'postpone', press: { verb: 'postpone-start' } },
  { act: 'handle-absences', press: { verb: 'handle-absences' }, likeliest: true },
  { act: 'look', press: { verb: 'continue-trajectory' }, fits: isDue },
  { act: 'resume', press: { verb: 'resume-trajectory' }, likeliest: true },
  { act: 'count-half-days', press: ({ providerId }) => trajectoryForms.count.onButton({ providerId }) },
  { act: 'note-absence', press: { verb: 'note-absence' }, fits: wasAbsentAs(null) },
  { act: 'close', press: trajectoryForms.close },
  {
    act: 'take-back-absence',
    press: { verb: 'take-back-absence' },
    fits: wasAbsentAs('day', 'morning', 'afternoon'),
    inMenu: true,
  },
  { act: 'correct-absence', press: trajectoryForms.correctAbsence, inMenu: true },
  { act: 'agree-school', press: trajectoryForms.agreeSchool, inMenu: true },
  { act: 'pause', press: trajectoryForms.pause, inMenu: true },
  { act: 'reopen', press: { verb: 'reopen-trajectory' } },
  { act: 'take-back-start', press: { verb: 'take-back-start' }, inMenu: true },
];

/** The choices that fit this trajectory now, of what somebody may do. */
export const choicesFor = (
  trajectory: Trajectory,
  may: ReadonlySet<TrajectoryAct>,
  { now, calendar }: Pick<ViewContext, 'now' | 'calendar'>,
): TrajectoryChoice[] =>
  trajectoryChoices.filter(
    ({ act, fits }) => may.has(act) && (fits === undefined || fits(trajectory, { now, today: calendar.dayOf(now) })),
  );

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
export function pressFor({ act, press }: TrajectoryChoice, trajectory: Trajectory, side: Reader, language: Language) {
  const subject = { trajectoryId: trajectory.id, side };
  const title = texts(language)(`trajectory.buttons.${act}` as TextKey);
  if ('verb' in press) return { title, verb: press.verb, data: { ...subject, ...press.with } };
  const data = typeof press === 'function' ? press(trajectory) : press.onButton(subject);
  return { title, verb: builtInVerbs.openForm, data };
}
