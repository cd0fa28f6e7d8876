import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../../src/contracts/outcome.js';
import type { Read } from '../../../src/contracts/read.js';
import type { DraftId, OrganisationId, PersonId, ReferralId, TrailId } from '../../../src/domain/ids.js';
import type { ReferralState } from '../../../src/domain/case/states.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { storeReferral } from '../../support/store-referral.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10, organisation, person, referral } from '../../support/given.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;
const hours = (count: number): Date => new Date(monday10.getTime() + count * 3_600_000);

const clb = organisation({ id: realId<OrganisationId>(), version: 0 });
const an = person({ id: realId<PersonId>() });
const trail = { id: realId<TrailId>(), firstRegisteredAt: monday10, createdAt: monday10, version: 0 };
const known = { clbId: clb.id, referrerId: an.id, trailId: trail.id, providerId: null, serviceId: null, version: 0 };

const made = (reference: string, state: ReferralState, contactBy: Date | null) =>
  referral({
    ...known,
    id: realId<ReferralId>(),
    draftId: realId<DraftId>(),
    reference,
    state,
    contactBy,
    contactedBy: null,
    answeredBy: null,
  });

describe.each(engines)('which referrals wait too long for contact (R9), on %s', (engine) => {
  let database: Database;
  let read: Read;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    const rows: Change[] = [
      { put: 'organisation', row: clb },
      { put: 'person', row: an },
      { put: 'trail', row: trail },
    ];
    const referrals = [
      made('2026-0001', 'delivered', hours(-2)),
      made('2026-0002', 'delivered', hours(0)),
      made('2026-0003', 'delivered', hours(2)),
      made('2026-0004', 'contacted', hours(-2)),
      made('2026-0005', 'held', null),
    ];
    const by = { personId: an.id, organisationId: clb.id, now: monday10 };
    await database.kysely.transaction().execute(async (trx) => {
      await save(trx, sealer, rows, by);
      for (const one of referrals) await storeReferral(trx, one);
    });
    read = createRead(database.kysely, sealer, monday10);
  });
  afterAll(() => database.close());

  it('those whose moment has passed, in the states that are asked', async () => {
    const overdue = { states: ['delivered'], contactDueBefore: monday10 } as const;
    expect(await read.countReferrals(overdue)).toBe(1);
    expect((await read.referrals(overdue)).map(({ reference }) => reference)).toEqual(['2026-0001']);
    expect(await read.countReferrals({ ...overdue, contactDueBefore: hours(3) })).toBe(3);
  });

  it('not those that expect no contact', async () => {
    expect(await read.countReferrals({ contactDueBefore: hours(100) })).toBe(4);
    expect(await read.countReferrals({ states: ['held'] })).toBe(1);
  });
});
