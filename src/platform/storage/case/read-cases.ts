import type { Kysely, Transaction } from 'kysely';
import type { Read, ReferralFilter } from '../../../contracts/read.js';
import { liveStates, waitingStates } from '../../../domain/case/states.js';
import type { Schema } from '../rows/schema.js';
import type { SeenHints } from '../rows/sealed-hint.js';
import { asReferral, loadCase } from './load-case.js';
import { readInquiries } from './inquiries.js';
import { readHappened } from './happened.js';
import { readOnName } from './on-name.js';
import { loadRoundTable } from './round-tables.js';
import { hasLaterTrajectory, stillAsked } from './still-asked.js';
import { loadTrajectory, runningTrajectories } from './trajectories.js';
import { readOverTrails } from './over-trails.js';
import { readStored } from './stored-cases.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Referrals, one by one and in lists, and the trails they stand in. `hints` keeps what is read beside a case. */
export function readCases(db: Db, hints: SeenHints, now: Date) {
  return { ...readOne(db, hints, now), ...readLists(db) } satisfies Partial<Read>;
}

function readOne(db: Db, hints: SeenHints, now: Date) {
  return {
    trail: async (id) =>
      (await db
        .selectFrom('trail')
        .select(['id', 'firstRegisteredAt', 'createdAt', 'version'])
        .where('id', '=', id)
        .executeTakeFirst()) ?? null,
    caseOf: (id) => loadCase(db, id, hints),
    roundTable: (id) => loadRoundTable(db, id),
    trajectory: (id) => loadTrajectory(db, id),
    stillAsked: (filter) => stillAsked(db, filter),
    hasLaterTrajectory: (id) => hasLaterTrajectory(db, id),
    runningTrajectories: (filter) => runningTrajectories(db, filter),
    ...readInquiries(db),
    ...readStored(db, now),
    ...readOnName(db),
    ...readHappened(db),
    ...readOverTrails(db),
    referral: async (id) => {
      const row = await db.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : asReferral(row);
    },
    referralByReference: async (reference) => {
      const row = await db.selectFrom('referral').selectAll().where('reference', '=', reference).executeTakeFirst();
      return row === undefined ? null : asReferral(row);
    },
  } satisfies Partial<Read>;
}

function readLists(db: Db) {
  return {
    referrals: async (filter) =>
      (
        await filtered(db, filter)
          .selectAll()
          .orderBy('registeredAt', 'desc')
          .orderBy('reference', 'desc')
          .limit(filter.limit ?? 100)
          .offset(filter.offset ?? 0)
          .execute()
      ).map(asReferral),
    openReferralsWith: async (person) =>
      (
        await db
          .selectFrom('referral')
          .selectAll()
          .where((eb) => eb.or([eb('referrerId', '=', person), eb('contactedBy', '=', person)]))
          .where('state', 'in', [...liveStates])
          .orderBy('reference')
          .execute()
      ).map(asReferral),
    referralIdsOf: async (service, states, after, limit) =>
      (
        await db
          .selectFrom('referral')
          .select('id')
          .where('serviceId', '=', service)
          .where('state', 'in', [...states])
          .where((eb) => (after === null ? eb.lit(true) : eb('id', '>', after)))
          .orderBy('id')
          .limit(limit)
          .execute()
      ).map(({ id }) => id),
    countReferrals: async (filter) =>
      Number(
        (
          await filtered(db, filter)
            .select((eb) => eb.fn.countAll().as('count'))
            .executeTakeFirstOrThrow()
        ).count,
      ),
    waitlist: async (service) =>
      (
        await db
          .selectFrom('referral')
          .selectAll()
          .where('serviceId', '=', service)
          .where('state', 'in', [...waitingStates])
          .orderBy('firstRegisteredAt')
          .orderBy('registeredAt')
          .orderBy('reference')
          .execute()
      ).map(asReferral),
  } satisfies Partial<Read>;
}

function filtered(db: Db, filter: ReferralFilter) {
  let query = db.selectFrom('referral');
  for (const key of ['clbId', 'referrerId', 'providerId', 'serviceId', 'trailId'] as const) {
    const value = filter[key];
    if (value !== undefined) query = query.where(key, '=', value as never);
  }
  if (filter.states) query = query.where('state', 'in', [...filter.states]);
  if (filter.contactDueBefore) query = query.where('contactBy', '<', filter.contactDueBefore);
  if (filter.knownToProvider)
    query = query.where((eb) =>
      eb.or([eb('deliveredAt', 'is not', null), eb('state', 'in', ['waitlisted', 'place-free', 'placed'])]),
    );
  return query;
}
