import { z } from 'zod';
import { instant, storedId } from '../case/values.js';
import type { OrganisationId, PersonId, ReferralId, RoundTableId, ServiceId, TrailId } from '../ids.js';
import { appointmentSchema } from './appointment.js';

/** Every state of a round table, in the order of its life. One that is called off is to be planned again, or dropped. */
export const roundTableStates = ['to-plan', 'planned', 'held', 'dropped'] as const;
export type RoundTableState = (typeof roundTableStates)[number];

/** What it is for: to begin (R10), to see how it goes, to end (R15). */
export const roundTableKinds = ['start', 'interim', 'closing'] as const;
export type RoundTableKind = (typeof roundTableKinds)[number];

/** Who plans it and calls people together (R10). */
export const organisers = ['clb', 'provider'] as const;
export type Organiser = (typeof organisers)[number];

/** Of which referral, between whom. Codes and ids only. */
export const roundTableFactsSchema = z.object({
  referralId: storedId<ReferralId>(),
  trailId: storedId<TrailId>(),
  clbId: storedId<OrganisationId>(),
  referrerId: storedId<PersonId>(),
  providerId: storedId<OrganisationId>(),
  serviceId: storedId<ServiceId>(),
  kind: z.enum(roundTableKinds),
});
export type RoundTableFacts = Readonly<z.infer<typeof roundTableFactsSchema>>;

const kept = roundTableFactsSchema.extend({
  id: storedId<RoundTableId>(),
  organiser: z.enum(organisers),
  wantedAt: instant,
  /** Since when it is in this state. */
  since: instant,
  /** How often its owner was reminded in this state. */
  nudges: z.number(),
  version: z.number(),
});

/** A state with what it knows: until when it is to be planned; the appointment, or the one that was called off. */
const roundTableSchema = z.discriminatedUnion('state', [
  kept.extend({ state: z.literal('to-plan'), planBy: instant, appointment: appointmentSchema.nullable() }),
  kept.extend({ state: z.literal('planned'), planBy: z.null(), appointment: appointmentSchema }),
  kept.extend({ state: z.literal('held'), planBy: z.null(), appointment: appointmentSchema }),
  kept.extend({ state: z.literal('dropped'), planBy: z.null(), appointment: appointmentSchema.nullable() }),
]);

type AnyRoundTable = Readonly<z.infer<typeof roundTableSchema>>;
/** A round table: who meet, and its state with exactly what that state knows. */
export type RoundTable<S extends RoundTableState = RoundTableState> = Extract<AnyRoundTable, { readonly state: S }>;

/** Reads a stored round table; throws when the row is not one that could have been written. */
export const parseRoundTable = (row: unknown): RoundTable => roundTableSchema.parse(row);

/** Whether something is still to happen to it. */
export const isLive = ({ state }: Pick<RoundTable, 'state'>): boolean => state === 'to-plan' || state === 'planned';

/** The one that counts now: the last that was not dropped; of a referral, the oldest first. */
export const currentOf = (tables: readonly RoundTable[]): RoundTable | null =>
  tables.filter(({ state }) => state !== 'dropped').at(-1) ?? null;

/** Whether the step of which a reply in the thread reminds is still to be taken: that it is planned, or how it went. */
export const stillReminds = (what: string, { state, nudges }: Pick<RoundTable, 'state' | 'nudges'>): boolean =>
  what === `left-${state}` && nudges > 0;
