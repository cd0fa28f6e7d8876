import { z } from 'zod';
import { eventMaker, eventParser, type EventOf } from '../case/aggregate.js';
import { owners } from '../case/events.js';
import { instant, localDay, storedId } from '../case/values.js';
import type { PersonId } from '../ids.js';
import { handovers, trajectoryOutcomes } from '../codes.js';
import { absenceSchema } from './absences.js';
import { countedWeekSchema } from './half-days.js';
import { expectedMessageSchema } from './expected-messages.js';
import { schoolPlanSchema } from './school-plan.js';
import { schoolStages } from './school-message.js';
import { stillMonthsSchema, stillWho } from './still-at-school.js';
import { trajectoryFactsSchema } from './trajectory.js';

const nothing = z.object({});
/** Which message to the school. */
const message = z.object({ number: z.number().int() });
/** Until when the provider takes the next step. */
const next = z.object({ nextBy: instant });

/** Everything that can happen to a trajectory, with the data of each. Checked when written and when read; the row is their fold. */
export const trajectoryEventSchemas = {
  /** A pupil has a place: its provider says by a day whether the trajectory started. */
  awaited: z.object({ facts: trajectoryFactsSchema, nextBy: instant }),
  /** Not yet: it is asked again. */
  postponed: next,
  started: z.object({ on: localDay, nextBy: instant }),
  /** It was said by mistake. */
  'start-taken-back': next,
  /** It was looked at and goes on. */
  looked: next,
  /** Until a day on which it is asked whether it goes on. */
  paused: next,
  resumed: next,
  /** Half days in the week of this Monday; `was`: as they were counted before. */
  'half-days-counted': countedWeekSchema.omit({ notedBy: true }).extend({ was: z.number().nullable() }),
  absent: absenceSchema,
  /** The pupil was there after all. */
  'absence-taken-back': z.object({ on: localDay }),
  /** The desk sees to absences in a row, up to this day. */
  'absences-handled': z.object({ until: localDay }),
  /** What the school hears and when, agreed at the first round table or changed later (R14, R15). */
  'school-agreed': z.object({ plan: schoolPlanSchema }),
  /** Which messages are still to be written, by what was agreed and how it stands now. */
  'school-planned': z.object({ expected: z.array(expectedMessageSchema).readonly() }),
  /** The provider is asked for one. */
  'school-asked': message,
  /** By the provider, for the CLB to read; the words are sealed. */
  'school-written': message.extend({ by: instant }),
  /** The CLB asks something about it first. */
  'school-returned': message.extend({ by: instant }),
  /** With the words as the CLB leaves them. `consented`: pupil and parents agree, says the CLB. */
  'school-released': message.extend({ by: instant, consented: z.boolean() }),
  /** The CLB says that the school has it. */
  'school-sent': message,
  /** It was said by mistake: the school is still to get it. */
  'school-not-sent': message.extend({ by: instant }),
  /** Not this time. */
  'school-skipped': message,
  /** It waits, and the next one is told. */
  'school-reminded': message.extend({ to: z.enum(schoolStages), coordinatorId: storedId<PersonId>().nullable() }),
  closed: z.object({ on: localDay, outcome: z.enum(trajectoryOutcomes), handover: z.enum(handovers).nullable() }),
  reopened: next,
  /** Is the pupil still at school? Asked under a day; what is answered is counted without anything of the pupil. */
  'still-asked': z.object({ months: stillMonthsSchema, on: localDay, of: z.enum(stillWho) }),
  'still-reminded': nothing,
  'still-answered': nothing,
  /** No answer came. */
  'still-unknown': nothing,
  /** It is not asked: another trajectory came after it, there is no single pupil, or the moment has passed. */
  'still-skipped': z.object({ months: stillMonthsSchema }),
  /** Its owner was reminded that a step is expected. */
  'followed-up': z.object({ owner: z.enum(owners) }),
  /** The referral has no place any more. */
  dropped: nothing,
} as const;

export type TrajectoryEventName = keyof typeof trajectoryEventSchemas;

/** One thing that happened to a trajectory. */
export type TrajectoryEvent<N extends TrajectoryEventName = TrajectoryEventName> = EventOf<
  typeof trajectoryEventSchemas,
  N
>;

/** Makes an event of a trajectory. */
export const trajectoryEvent = eventMaker<typeof trajectoryEventSchemas>();

/** Reads the data of a stored event; throws when it is not what such an event holds. */
export const parseTrajectoryEvent = eventParser(trajectoryEventSchemas);
