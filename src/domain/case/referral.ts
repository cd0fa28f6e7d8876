import { z } from 'zod';
import {
  domains,
  efforts,
  enrolments,
  noMatchReasons,
  presences,
  requestSources,
  schoolForms,
  targets,
  urgencies,
  wantedForms,
  withdrawReasons,
} from '../codes.js';
import type { DraftId, OrganisationId, PersonId, ReferralId, ServiceId, TrailId } from '../ids.js';
import { besidePlaceSchema, type BesidePlace } from './beside.js';
import { listCheckSchema, type ListCheck } from './check-in.js';
import { matchSchema, type Match } from './match.js';
import { openQuestionSchema, type OpenQuestion } from './question.js';
import {
  presenceOf,
  referralStates,
  reminderStages,
  stateColumns,
  type AnyState,
  type InState,
  type ReferralState,
  type StateColumn,
} from './states.js';
import { instant, localDay, storedId } from './values.js';

/**
 * What a referral is about, whatever state it is in; codes only. Name, birth date, contacts and typed text stand only in
 * the sealed case file.
 */
export const referralFactsSchema = z.object({
  /** `2026-0042`: year of registration and a number in that year. */
  reference: z.string(),
  trailId: storedId<TrailId>(),
  draftId: storedId<DraftId>(),
  clbId: storedId<OrganisationId>(),
  referrerId: storedId<PersonId>(),
  /** Null: the desk chooses. */
  providerId: storedId<OrganisationId>().nullable(),
  serviceId: storedId<ServiceId>().nullable(),
  target: z.enum(targets),
  /** Band at registration, e.g. `14-15`; null for a group, teachers or school. */
  ageBand: z.string().nullable(),
  schoolForm: z.enum(schoolForms).nullable(),
  /** `VBO`, `AHV` or `outside`. */
  region: z.string(),
  /** Why that region: domicile, residence, school, clb (R7). */
  regionBecause: z.array(z.string()).readonly(),
  /** Regions in which the pupil could be helped besides that one (R7); before this was asked: none. */
  alsoRegions: z.array(z.string()).readonly().default([]),
  source: z.enum(requestSources),
  enrolment: z.enum(enrolments),
  problemDomains: z.array(z.enum(domains)).readonly(),
  efforts: z.array(z.enum(efforts)).readonly(),
  presence: z.enum(presences).nullable(),
  wantedForms: z.array(z.enum(wantedForms)).readonly(),
  urgency: z.enum(urgencies),
  groupSize: z.number().nullable(),
  firstRegisteredAt: instant,
  registeredAt: instant,
});
/** What of it an answer of the intake decides: it changes with that answer, also after sending. */
export const askedFactsSchema = referralFactsSchema.pick({
  target: true,
  ageBand: true,
  schoolForm: true,
  region: true,
  regionBecause: true,
  alsoRegions: true,
  source: true,
  enrolment: true,
  problemDomains: true,
  efforts: true,
  presence: true,
  wantedForms: true,
  urgency: true,
  groupSize: true,
});
export type AskedFacts = Readonly<z.infer<typeof askedFactsSchema>>;
export type ReferralFacts = Readonly<z.infer<typeof referralFactsSchema>>;

/** One schema per value that only some states know. */
const valueSchemas = {
  deliverAt: instant,
  deliveredAt: instant,
  contactBy: instant,
  reminded: z.enum(reminderStages),
  remindedAt: instant,
  contactedAt: instant,
  contactedBy: storedId<PersonId>(),
  answeredAt: instant,
  answeredBy: storedId<PersonId>(),
  expectedStartOn: localDay,
  noMatchReason: z.enum(noMatchReasons),
  withdrawReason: z.enum(withdrawReasons),
  closedAt: instant,
} satisfies Record<StateColumn, z.ZodType>;

const columnIn = (state: ReferralState, column: StateColumn): z.ZodType => {
  const presence = presenceOf(state, column);
  if (presence === 'must') return valueSchemas[column];
  return presence === 'may' ? z.union([z.null(), valueSchemas[column]]).default(null) : z.null().default(null);
};

/** A state as it is stored, with what it knows and nothing else; made from the table of states. */
const stateSchemas = referralStates.map((state) =>
  z.object({
    state: z.literal(state),
    ...Object.fromEntries(stateColumns.map((column) => [column, columnIn(state, column)])),
  }),
);
type StateSchema = (typeof stateSchemas)[number];
export const stateSchema: z.ZodType<AnyState> = z
  .discriminatedUnion('state', stateSchemas as [StateSchema, ...StateSchema[]])
  .transform((state) => state as AnyState);

export const sides = ['clb', 'provider', 'desk', 'clock'] as const;
/** Who acts: the referrer's CLB, the provider, the desk (also in somebody's name), or the program by itself. */
export type Side = (typeof sides)[number];

/** What an answer can be taken back to, until when, and by whom. */
export const undoSchema = z.object({
  /** The whole state before the answer. */
  back: stateSchema,
  until: instant,
  side: z.enum(sides),
  /** The marking of a service as full that this answer began, and until when it was full before: taken back with it. */
  marking: z.object({ id: z.string(), before: localDay.nullable() }).nullable(),
});
export type Undo = Readonly<z.infer<typeof undoSchema>>;

interface Kept {
  readonly id: ReferralId;
  readonly undo: Undo | null;
  /** Since when it is in this state. */
  readonly since: Date;
  /** How often its owner was reminded of it in this state. */
  readonly nudges: number;
  /** Answers that were taken back: a card drawn before the last of them is out of date. */
  readonly round: number;
  /** The pupil was referred on from here (R12). */
  readonly referredOn: boolean;
  /** Questions of one side to the other that wait for an answer, oldest first. */
  readonly questions: readonly OpenQuestion[];
  /** Working minutes in this state that the term stood still, because whoever is to act waited for an answer. */
  readonly heldUp: number;
  /** Another referral of the same trail has a place; null: none has. */
  readonly besidePlace: BesidePlace | null;
  /** On a waiting list, or just off it: whether it is still needed; null: never asked, or on no list. */
  readonly listCheck: ListCheck | null;
  /** A service elsewhere that has room and would fit, of which the CLB was told; null: none. */
  readonly match: Match | null;
  readonly version: number;
}

/** A referral: what it is about, and its state with exactly what that state knows. */
export type Referral<S extends ReferralState = ReferralState> = ReferralFacts & Kept & InState<S>;

const keptSchema = z.object({
  id: storedId<ReferralId>(),
  undo: undoSchema.nullable(),
  since: instant,
  nudges: z.number(),
  round: z.number(),
  referredOn: z.boolean(),
  // What was written before there were questions has none.
  questions: z.array(openQuestionSchema).readonly().default([]),
  heldUp: z.number().default(0),
  besidePlace: besidePlaceSchema.nullable().default(null),
  listCheck: listCheckSchema.nullable().default(null),
  match: matchSchema.nullable().default(null),
  version: z.number(),
});

/** Reads a stored referral; throws when the row is not one that could have been written. */
export function parseReferral(row: unknown): Referral {
  return { ...referralFactsSchema.parse(row), ...keptSchema.parse(row), ...stateSchema.parse(row) } as Referral;
}

/** The state alone, with what it knows. */
export const stateOf = (referral: Referral): AnyState =>
  Object.fromEntries(['state', ...stateColumns].map((key) => [key, referral[key as StateColumn]])) as AnyState;

/** Why the desk comes first; null when the referral goes to the provider at the next opening (R4, R7). */
export const heldReasons = ['outside', 'chooses', 'looks-first'] as const;
export type HeldReason = (typeof heldReasons)[number];
export function heldBecause(region: string, serviceId: ServiceId | null, deskFirst: boolean): HeldReason | null {
  if (region === 'outside') return 'outside';
  if (serviceId === null) return 'chooses';
  return deskFirst ? 'looks-first' : null;
}
