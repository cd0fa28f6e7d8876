import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql, type Kysely } from 'kysely';
import {
  presenceOf,
  referralStates,
  stateColumns,
  type ReferralState,
  type StateColumn,
  type StateValues,
} from '../../../src/domain/case/states.js';
import type { DraftId, OrganisationId, PersonId, ReferralId, TrailId } from '../../../src/domain/ids.js';
import { stateChecks, stateNamesCheck } from '../../../src/platform/storage/case/state-checks.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { save } from '../../../src/platform/storage/save.js';
import type { Schema } from '../../../src/platform/storage/rows/schema.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10, organisation, person } from '../../support/given.js';
import { referralIn } from '../../support/referral-in.js';
import { storeReferral } from '../../support/store-referral.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;
const clb = organisation({ id: realId<OrganisationId>(), version: 0 });
const an = person({ id: realId<PersonId>() });
const trail = { id: realId<TrailId>(), firstRegisteredAt: monday10, createdAt: monday10, version: 0 };
const known = { clbId: clb.id, referrerId: an.id, trailId: trail.id, providerId: null, serviceId: null };

const someValue: StateValues = {
  deliverAt: monday10,
  deliveredAt: monday10,
  contactBy: monday10,
  reminded: 'provider',
  remindedAt: monday10,
  contactedAt: monday10,
  contactedBy: an.id,
  answeredAt: monday10,
  answeredBy: an.id,
  expectedStartOn: '2027-01-11',
  noMatchReason: 'other',
  withdrawReason: 'other',
  closedAt: monday10,
};

const inState = (state: ReferralState, reference: string) => ({
  ...referralIn(state, {
    ...{ ...known, id: realId<ReferralId>(), draftId: realId<DraftId>(), reference },
    ...(presenceOf(state, 'contactedBy') === 'no' ? {} : { contactedBy: an.id }),
    ...(presenceOf(state, 'answeredBy') === 'no' ? {} : { answeredBy: an.id }),
  }),
});

const cells = (presence: 'must' | 'no'): [ReferralState, StateColumn][] =>
  referralStates.flatMap((state) =>
    stateColumns
      .filter((column) => presenceOf(state, column) === presence)
      .map((column): [ReferralState, StateColumn] => [state, column]),
  );

const checkOf = (state: ReferralState): string => `referral_${state.replaceAll('-', '_')}`;

/** The checks on the rows of a table, as the database itself writes them down. */
async function checksOn(db: Kysely<Schema>, table: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; check: string }>`
    select conname as name, pg_get_constraintdef(oid) as check from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c'`.execute(db);
  return new Map(rows.map(({ name, check }) => [name, check]));
}

/** A table with the columns of a referral and the checks that the table of states asks for. */
async function asTheStatesAsk(db: Kysely<Schema>): Promise<void> {
  await sql`create table asked (like referral)`.execute(db);
  for (const { name, check } of [{ name: 'referral_states', check: stateNamesCheck() }, ...stateChecks()])
    await sql`alter table asked add constraint ${sql.id(name)} check (${sql.raw(check)})`.execute(db);
}

describe.each(engines)('the checks on a stored referral, on %s', (engine) => {
  let database: Database;
  const ids = new Map<ReferralState, ReferralId>();
  beforeAll(async () => {
    database = await freshDatabase(engine);
    const by = { personId: an.id, organisationId: clb.id, now: monday10 };
    await database.kysely.transaction().execute(async (trx) => {
      await save(
        trx,
        sealer,
        [
          { put: 'organisation', row: clb },
          { put: 'person', row: an },
          { put: 'trail', row: trail },
        ],
        by,
      );
      for (const [index, state] of referralStates.entries()) {
        const referral = inState(state, `2026-${String(index + 1).padStart(4, '0')}`);
        await storeReferral(trx, referral);
        ids.set(state, referral.id);
      }
    });
  });
  afterAll(() => database.close());

  const put = (state: ReferralState, column: StateColumn | 'state', value: unknown) =>
    sql`update referral set ${sql.ref(column)} = ${value} where id = ${ids.get(state)!}`.execute(database.kysely);

  it('are those made from the table of states, and no others', async () => {
    await asTheStatesAsk(database.kysely);
    const asked = await checksOn(database.kysely, 'asked');
    expect(await checksOn(database.kysely, 'referral')).toEqual(asked);
    expect(asked.size).toBe(referralStates.length + 1);
  });

  it.each(cells('must'))('%s must know %s', async (state, column) => {
    await expect(put(state, column, null)).rejects.toThrow(checkOf(state));
  });

  it.each(cells('no'))('%s cannot know %s', async (state, column) => {
    await expect(put(state, column, someValue[column])).rejects.toThrow(checkOf(state));
  });

  it('a state that does not exist is refused', async () => {
    await expect(put('held', 'state', 'lost')).rejects.toThrow('referral_states');
  });
});
