import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadCaseLists, WaitingCount, WaitingOfWorker } from '../../../contracts/case-lists.js';
import { waitingStates, type ReferralState } from '../../../domain/case/states.js';
import type { PersonId, ReferralId, ServiceId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import type { SeenHints } from '../rows/sealed-hint.js';
import { asReferral, position } from './load-case.js';
import { readMatching } from './matching.js';
import { serviceLists } from './service-lists.js';
import { readWorklist } from './worklist.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** The order of a waiting list (R11), whoever asks: by the trail's first registration, then by this one. */
const inOrder = (db: Db, service: ServiceId, states: readonly ReferralState[]) =>
  db
    .selectFrom('referral')
    .selectAll()
    .where('serviceId', '=', service)
    .where('state', 'in', [...states])
    .orderBy('firstRegisteredAt')
    .orderBy('registeredAt')
    .orderBy('reference');

interface Counted {
  readonly count: number;
  readonly callable: number;
  readonly pupils: number;
  readonly oldest: Date | null;
}

const nobodyWaits: Counted = { count: 0, callable: 0, pupils: 0, oldest: null };

const counted = async (db: Db, service: ServiceId): Promise<Counted> =>
  (
    await sql<Counted>`select count(*)::integer as count, count(*) filter (where state = 'waitlisted')::integer as callable,
      count(*) filter (where target = 'pupil')::integer as pupils, min(first_registered_at) as oldest
      from referral where service_id = ${service} and state in (${sql.join(waitingStates.map((one) => sql.lit(one)))})`.execute(
      db,
    )
  ).rows[0] ?? nobodyWaits;

/** What a worker has on a list, or took off one so recently that it may come back. */
async function waitingOf(db: Db, person: PersonId): Promise<WaitingOfWorker[]> {
  const { rows } = await sql<{ serviceName: string; place: number | null }>`
    select r.*, s.name as service_name, ${position} as place from referral r join service s on s.id = r.service_id
    where r.referrer_id = ${person} and (r.state in (${sql.join(waitingStates.map((one) => sql.lit(one)))})
      or (r.state = 'withdrawn' and r.list_check is not null))
    order by r.urgency <> 'urgent', r.first_registered_at, r.registered_at, r.reference`.execute(db);
  return rows.map(({ serviceName, place, ...row }) => ({
    referral: asReferral(row),
    service: serviceName,
    position: place,
  }));
}

/** Cards of these states tell how the service stands: a place on the list, or until when it is full. */
const tellOfService = [...waitingStates, 'waitlist-proposed', 'full'] as const satisfies readonly ReferralState[];

/** Lists of referrals as the database filters, orders, counts and cuts them. */
export const readCaseLists = (db: Db, now: Date, hints: SeenHints): ReadCaseLists => ({
  ...readMatching(db),
  worklist: (filter) => readWorklist(db, filter, hints),
  async waitingPage(service, { offset, limit }) {
    const { count, callable, pupils, oldest } = await counted(db, service);
    const rows = await inOrder(db, service, waitingStates).offset(offset).limit(limit).execute();
    const first = await inOrder(db, service, ['waitlisted']).limit(1).executeTakeFirst();
    const freed = await inOrder(db, service, ['place-free']).where('undo', 'is not', null).execute();
    return {
      rows: rows.map(asReferral),
      count,
      callable,
      pupilsOnly: pupils === count,
      oldest,
      first: first === undefined ? null : asReferral(first),
      undoable: freed.map(asReferral).filter(({ undo }) => undo !== null && undo.until >= now),
    };
  },
  waitingBehindFirst: async (service, limit) =>
    (await inOrder(db, service, ['waitlisted']).offset(1).limit(limit).execute()).map(asReferral),
  waitingOf: (person) => waitingOf(db, person),
  serviceLists: (of) => serviceLists(db, of),
  async waitingCounts(services) {
    if (services.length === 0) return [];
    return (await db
      .selectFrom('referral')
      .select([
        'serviceId',
        sql<number>`count(*)::integer`.as('count'),
        sql<Date>`min(first_registered_at)`.as('oldest'),
      ])
      .where('serviceId', 'in', [...services])
      .where('state', 'in', [...waitingStates])
      .groupBy('serviceId')
      .execute()) as WaitingCount[];
  },
  shownWithService: async (service, after, limit) =>
    (
      await db
        .selectFrom('referral')
        .select('id')
        .where('serviceId', '=', service)
        .where('state', 'in', [...tellOfService])
        .$if(after !== null, (query) => query.where('id', '>', after as ReferralId))
        .orderBy('id')
        .limit(limit)
        .execute()
    ).map(({ id }) => id),
});
