import { sql, type Kysely, type Transaction } from 'kysely';
import type { Read, ReferralFilter } from '../../contracts/read.js';
import { waitingStates } from '../../domain/case/states.js';
import { loadCase, asReferral } from './case/load-case.js';
import { readStored } from './case/stored-cases.js';
import type { Draft } from '../../domain/draft.js';
import { readFigures } from './figures/index.js';
import { readHelpLines } from './read-help-lines.js';
import { readCaseLists } from './case/waiting-list.js';
import { readMessages } from './read-messages.js';
import { readLinking } from './read-linking.js';
import { readWorkgroup } from './read-workgroup.js';
import type { DraftRow, Schema } from './schema.js';
import type { Sealer } from './seal.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** A roster that was not confirmed within this time gives no rights any more; it is re-checked every night. */
export const rosterHoldsMs = 48 * 3_600_000;

/** The {@link Read} port over one connection or transaction. `now` is the program's own clock. */
export function createRead(db: Db, sealer: Sealer, now: Date): Read {
  return {
    ...readOrganisations(db),
    ...readPlaces(db),
    ...readPeople(db, now),
    ...readCases(db),
    ...readCaseLists(db, now),
    ...readSealed(db, sealer),
    ...readMessages(db),
    ...readHelpLines(db),
    ...readLinking(db),
    ...readWorkgroup(db),
    ...readFigures(db, now),
  };
}

function readOrganisations(db: Db) {
  return {
    organisation: async (id) =>
      (await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    organisations: (kind) =>
      db
        .selectFrom('organisation')
        .selectAll()
        .$if(kind !== undefined, (q) => q.where('kind', '=', kind!))
        .orderBy('name')
        .execute(),
    service: async (id) => (await db.selectFrom('service').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    services: (of) =>
      db
        .selectFrom('service')
        .selectAll()
        .where('active', '=', true)
        .$if(of !== undefined, (q) => q.where('organisationId', '=', of!))
        .orderBy('name')
        .execute(),
    servicesWithWaiting: async () =>
      (
        await db
          .selectFrom('service')
          .selectAll('service')
          .select((eb) =>
            eb
              .selectFrom('referral')
              .select((count) => count.fn.countAll<number>().as('waiting'))
              .whereRef('referral.serviceId', '=', 'service.id')
              .where('referral.state', 'in', [...waitingStates])
              .as('waiting'),
          )
          .where('active', '=', true)
          .orderBy('name')
          .execute()
      ).map(({ waiting, ...service }) => ({ service, waiting: Number(waiting) })),
    servicesOf: (organisation) =>
      db.selectFrom('service').selectAll().where('organisationId', '=', organisation).orderBy('name').execute(),
  } satisfies Partial<Read>;
}

function readPlaces(db: Db) {
  return {
    place: async (id) => (await db.selectFrom('place').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    placesOf: (organisation) =>
      db
        .selectFrom('place')
        .selectAll()
        .where('organisationId', '=', organisation)
        .where('state', '=', 'linked')
        .orderBy('linkedAt')
        .execute(),
    placeAt: async (tenantId, conversationId) =>
      (await db
        .selectFrom('place')
        .selectAll()
        .where('tenantId', '=', tenantId)
        .where('conversationId', '=', conversationId)
        .executeTakeFirst()) ?? null,
    placesOfTeam: (tenantId, teamId) =>
      db
        .selectFrom('place')
        .selectAll()
        .where('tenantId', '=', tenantId)
        .where('teamId', '=', teamId)
        .where('state', '=', 'linked')
        .execute(),
  } satisfies Partial<Read>;
}

function readPeople(db: Db, now: Date) {
  return {
    person: async (id) => (await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    organisationsOf: (person) =>
      db
        .selectFrom('organisation')
        .selectAll('organisation')
        .distinct()
        .innerJoin('place', 'place.organisationId', 'organisation.id')
        .innerJoin('membership', 'membership.placeId', 'place.id')
        .where('membership.personId', '=', person)
        .where('place.state', '=', 'linked')
        .where('membership.checkedAt', '>', new Date(now.getTime() - rosterHoldsMs))
        .orderBy('organisation.name')
        .execute(),
    membersOf: (organisation) =>
      db
        .selectFrom('person')
        .selectAll('person')
        .distinct()
        .innerJoin('membership', 'membership.personId', 'person.id')
        .innerJoin('place', 'place.id', 'membership.placeId')
        .where('place.organisationId', '=', organisation)
        .where('place.state', '=', 'linked')
        .orderBy('person.name')
        .execute(),
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

function readCases(db: Db) {
  return {
    trail: async (id) =>
      (await db
        .selectFrom('trail')
        .select(['id', 'firstRegisteredAt', 'createdAt', 'version'])
        .where('id', '=', id)
        .executeTakeFirst()) ?? null,
    caseOf: (id) => loadCase(db, id),
    ...readStored(db),
    referral: async (id) => {
      const row = await db.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : asReferral(row);
    },
    referralByReference: async (reference) => {
      const row = await db.selectFrom('referral').selectAll().where('reference', '=', reference).executeTakeFirst();
      return row === undefined ? null : asReferral(row);
    },
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
    referralIdsOf: async (service, states, after, limit) =>
      (
        await db
          .selectFrom('referral')
          .select('id')
          .where('serviceId', '=', service)
          .where('state', 'in', [...states])
          .$if(after !== null, (q) => q.where('id', '>', after!))
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
    async nextReference(year) {
      const row = await db
        .insertInto('referenceCounter')
        .values({ year, last: 1 })
        .onConflict((oc) => oc.column('year').doUpdateSet({ last: sql`reference_counter.last + 1` }))
        .returning('last')
        .executeTakeFirstOrThrow();
      return `${year}-${String(row.last).padStart(4, '0')}`;
    },
  } satisfies Partial<Read>;
}

/** Opens drafts; a draft whose trail was erased has nothing left in it. */
async function openDrafts(db: Db, sealer: Sealer, rows: DraftRow[]): Promise<Draft[]> {
  return Promise.all(
    rows.map(async ({ sealed, ...draft }) => {
      const key = await wrappedKeyOf(db, draft.trailId);
      return { ...draft, typed: key === null ? {} : await sealer.open(key, sealed) };
    }),
  );
}

/** The wrapped key of a trail, or null when it was erased. */
export async function wrappedKeyOf(db: Db, trailId: string): Promise<string | null> {
  const row = await db
    .selectFrom('trail')
    .select('wrappedKey')
    .where('id', '=', trailId as never)
    .executeTakeFirst();
  return row?.wrappedKey ?? null;
}

function readSealed(db: Db, sealer: Sealer) {
  return {
    async draft(id) {
      const rows = await db.selectFrom('draft').selectAll().where('id', '=', id).execute();
      return (await openDrafts(db, sealer, rows))[0] ?? null;
    },
    async draftsOf(person) {
      const rows = await db
        .selectFrom('draft')
        .selectAll()
        .where('personId', '=', person)
        .where('state', '=', 'open')
        .where((eb) =>
          eb.or([
            eb('referralId', 'is', null),
            eb.exists(
              eb
                .selectFrom('referral')
                .select('id')
                .whereRef('referral.id', '=', 'draft.referralId')
                .where('referral.state', '=', 'recalled'),
            ),
          ]),
        )
        .orderBy('updatedAt', 'desc')
        .execute();
      return openDrafts(db, sealer, rows);
    },
    async caseFile(referral) {
      const row = await db
        .selectFrom('caseFile')
        .selectAll()
        .where('referralId', '=', referral)
        .orderBy('version', 'desc')
        .executeTakeFirst();
      const key = row === undefined ? null : await wrappedKeyOf(db, row.trailId);
      return row === undefined || key === null
        ? null
        : { referralId: row.referralId, trailId: row.trailId, typed: await sealer.open(key, row.sealed) };
    },
    async liveReferralOf(clb, identity) {
      const row = await db
        .selectFrom('referral')
        .selectAll('referral')
        .innerJoin('blindIndex', 'blindIndex.referralId', 'referral.id')
        .where('blindIndex.clbId', '=', clb)
        .where('blindIndex.digest', '=', sealer.digest(clb, identity))
        .where('referral.state', 'not in', ['withdrawn', 'no-match'])
        .orderBy('referral.registeredAt', 'desc')
        .executeTakeFirst();
      return row === undefined ? null : asReferral(row);
    },
  } satisfies Partial<Read>;
}
