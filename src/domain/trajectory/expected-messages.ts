import { z } from 'zod';
import type { Calendar } from '../calendar.js';
import { instant, localDay } from '../case/values.js';
import type { LocalDate } from '../local-date.js';
import { daysFrom } from './half-days.js';
import { schoolMoments, type SchoolMessage, type SchoolMoment } from './school-message.js';
import { hearsAnything, planOf, type SchoolPlan } from './school-plan.js';
import type { Trajectory } from './trajectory.js';

/** A message that is still to be written. */
export const expectedMessageSchema = z.object({
  number: z.number().int(),
  moment: z.enum(schoolMoments),
  agreedOn: localDay,
  dueOn: localDay,
  by: instant,
});
export type ExpectedMessage = Readonly<z.infer<typeof expectedMessageSchema>>;

/** Days after the start or the end on which the school has heard of it, and after which it is too late for it. */
const soonAfter = 7;
const tooLateAfter = 21;
/** Days that a provider has at least. */
const atLeast = 3;

interface Looking {
  readonly one: Trajectory;
  readonly plan: SchoolPlan;
  readonly today: LocalDate;
  /** Until when it is paused. */
  readonly pausedUntil: LocalDate | null;
}

interface Wanted {
  readonly moment: SchoolMoment;
  readonly agreedOn: LocalDate;
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
const isRunning = ({ state }: Trajectory): boolean => state === 'started' || state === 'paused';
const counts = ({ state }: SchoolMessage): boolean => state !== 'expected' && state !== 'dropped';
const expectedOf = ({ schoolMessages }: Trajectory, moment: SchoolMoment): SchoolMessage | undefined =>
  schoolMessages.find((one) => one.state === 'expected' && one.moment === moment);
const madeOf = ({ schoolMessages }: Trajectory, moment: SchoolMoment): SchoolMessage[] =>
  schoolMessages.filter((one) => counts(one) && one.moment === moment);

function start({ one, plan, today }: Looking): Wanted[] {
  if (!plan.at.includes('start') || !isRunning(one) || one.startedOn === null) return [];
  if (madeOf(one, 'start').length > 0) return [];
  const isTooLate = expectedOf(one, 'start') === undefined && today > daysFrom(one.startedOn, tooLateAfter);
  return isTooLate ? [] : [{ moment: 'start', agreedOn: daysFrom(one.startedOn, soonAfter) }];
}

/** Every so many weeks after the one before it; what went by unnoticed is left out. */
function interim({ one, plan, today }: Looking): Wanted[] {
  if (plan.everyWeeks === null || !isRunning(one) || one.startedOn === null) return [];
  const asked = expectedOf(one, 'interim');
  if (asked?.asked === true) return [{ moment: 'interim', agreedOn: asked.agreedOn }];
  const days = plan.everyWeeks * 7;
  let agreedOn = daysFrom(madeOf(one, 'interim').at(-1)?.agreedOn ?? one.startedOn, days);
  while (agreedOn < today) agreedOn = daysFrom(agreedOn, days);
  return [{ moment: 'interim', agreedOn }];
}

function closing({ one, plan, today }: Looking): Wanted[] {
  const { closedOn } = one;
  if (!plan.at.includes('closing') || closedOn === null) return [];
  if (madeOf(one, 'closing').some(({ agreedOn }) => agreedOn >= closedOn)) return [];
  const isTooLate = expectedOf(one, 'closing') === undefined && today > daysFrom(closedOn, tooLateAfter);
  return isTooLate ? [] : [{ moment: 'closing', agreedOn: daysFrom(closedOn, soonAfter) }];
}

/** The day it is now: as agreed, with some days to write it; a pause moves it, and the end of the pause brings it nearer again. */
function dueOn({ moment, agreedOn }: Wanted, { one, today, pausedUntil }: Looking): LocalDate {
  const was = expectedOf(one, moment);
  if (was?.asked === true) return was.dueOn;
  const soonest = later(agreedOn, daysFrom(today, atLeast));
  const stands = was?.agreedOn === agreedOn ? was.dueOn : soonest;
  if (pausedUntil !== null) return later(stands, daysFrom(pausedUntil, soonAfter));
  const near = later(agreedOn, daysFrom(today, soonAfter));
  return stands > near ? near : stands;
}

interface Around {
  readonly now: Date;
  readonly calendar: Calendar;
  /** The pupil is enrolled somewhere. */
  readonly hasSchool: boolean;
}

/** Every message that is to be written, by what was agreed and by how the trajectory stands; each with its number. Pure. */
export function expectedMessages(one: Trajectory, { now, calendar, hasSchool }: Around): ExpectedMessage[] {
  const plan = planOf(one, hasSchool);
  if (!hearsAnything(plan)) return [];
  const pausedUntil = one.state === 'paused' ? calendar.dayOf(one.nextBy) : null;
  const looking = { one, plan, today: calendar.dayOf(now), pausedUntil };
  let last = Math.max(0, ...one.schoolMessages.map(({ number }) => number));
  return [...start(looking), ...interim(looking), ...closing(looking)].map((wanted) => {
    const due = dueOn(wanted, looking);
    const number = expectedOf(one, wanted.moment)?.number ?? ++last;
    return { ...wanted, number, dueOn: due, by: calendar.at(due, 16, 0) };
  });
}

/** Whether those are the ones that are expected already. */
export function isExpected({ schoolMessages }: Trajectory, wanted: readonly ExpectedMessage[]): boolean {
  const now = schoolMessages.filter(({ state }) => state === 'expected');
  return (
    now.length === wanted.length &&
    wanted.every((one) =>
      now.some(
        ({ number, agreedOn, dueOn: due }) => number === one.number && agreedOn === one.agreedOn && due === one.dueOn,
      ),
    )
  );
}
