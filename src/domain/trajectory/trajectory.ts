import { z } from 'zod';
import { instant, localDay, storedId } from '../case/values.js';
import type { OrganisationId, PersonId, ReferralId, ServiceId, TrajectoryId, TrailId } from '../ids.js';
import { absenceSchema } from './absences.js';
import { countedWeekSchema } from './half-days.js';
import { schoolMessageSchema } from './school-message.js';
import { schoolPlanSchema } from './school-plan.js';
import { handovers, trajectoryOutcomes } from '../codes.js';
import { stillSchema } from './still-at-school.js';
import { trajectoryColumns, trajectoryPresence, trajectoryStates, type TrajectoryState } from './states.js';
import type { AnyTrajectoryState, InTrajectoryState, TrajectoryColumn } from './states.js';

/** Of which referral, between whom. Ids only. */
export const trajectoryFactsSchema = z.object({
  referralId: storedId<ReferralId>(),
  trailId: storedId<TrailId>(),
  clbId: storedId<OrganisationId>(),
  referrerId: storedId<PersonId>(),
  providerId: storedId<OrganisationId>(),
  serviceId: storedId<ServiceId>(),
});
export type TrajectoryFacts = Readonly<z.infer<typeof trajectoryFactsSchema>>;

/** One schema per value that only some states know. */
const valueSchemas = {
  nextBy: instant,
  startedOn: localDay,
  startedAt: instant,
  closedOn: localDay,
  outcome: z.enum(trajectoryOutcomes),
  handover: z.enum(handovers),
} satisfies Record<TrajectoryColumn, z.ZodType>;

const columnIn = (state: TrajectoryState, column: TrajectoryColumn): z.ZodType => {
  const presence = trajectoryPresence(state, column);
  if (presence === 'must') return valueSchemas[column];
  return presence === 'may' ? z.union([z.null(), valueSchemas[column]]).default(null) : z.null().default(null);
};

const stateSchemas = trajectoryStates.map((state) =>
  z.object({
    state: z.literal(state),
    ...Object.fromEntries(trajectoryColumns.map((column) => [column, columnIn(state, column)])),
  }),
);
type StateSchema = (typeof stateSchemas)[number];
const stateSchema: z.ZodType<AnyTrajectoryState> = z
  .discriminatedUnion('state', stateSchemas as [StateSchema, ...StateSchema[]])
  .transform((state) => state as AnyTrajectoryState);

const keptSchema = z.object({
  id: storedId<TrajectoryId>(),
  wantedAt: instant,
  /** Since when it is in this state. */
  since: instant,
  /** How often its owner was reminded of the present step. */
  nudges: z.number(),
  /** Half days per week, as they were counted, and their sum (R15). */
  weeks: z.array(countedWeekSchema).readonly(),
  halfDays: z.number(),
  absences: z.array(absenceSchema).readonly(),
  /** How many of the last absences follow each other, that nobody has seen to yet. */
  absentRow: z.number(),
  /** Up to which day the desk has seen to absences in a row. */
  absencesHandledOn: localDay.nullable(),
  /** What the school hears and when; null: nothing was agreed yet. */
  schoolPlan: schoolPlanSchema.nullable(),
  /** Whether the pupil is still at school was asked, some months after the end. */
  still: stillSchema,
  /** Every message to the school, in order. */
  schoolMessages: z.array(schoolMessageSchema).readonly(),
  version: z.number(),
});

/** A trajectory: of whom, and its state with exactly what that state knows. */
export type Trajectory<S extends TrajectoryState = TrajectoryState> = TrajectoryFacts &
  Readonly<z.infer<typeof keptSchema>> &
  InTrajectoryState<S>;

/** Reads a stored trajectory; throws when the row is not one that could have been written. */
export const parseTrajectory = (row: unknown): Trajectory =>
  ({ ...trajectoryFactsSchema.parse(row), ...keptSchema.parse(row), ...stateSchema.parse(row) }) as Trajectory;

/** The one that counts now: the last that was not dropped; of a referral, the oldest first. */
export const currentTrajectory = (all: readonly Trajectory[]): Trajectory | null =>
  all.filter(({ state }) => state !== 'dropped').at(-1) ?? null;
