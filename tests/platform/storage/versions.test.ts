import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../../src/contracts/outcome.js';
import { caseKind } from '../../../src/platform/runtime/kinds.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { VersionConflict } from '../../../src/platform/storage/rows/version-conflict.js';
import { save } from '../../../src/platform/storage/save.js';
import { engines, freshDatabase } from '../../support/database.js';
import { draft, id, monday10, organisation, person, referral, service } from '../../support/given.js';
import type { TrailId } from '../../../src/domain/ids.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const by = { personId: null, organisationId: null, now: monday10 };

describe.each(engines)('two who read the same row, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase(engine);
  });
  afterAll(() => database.close());
  const put = (...changes: Change[]) => database.kysely.transaction().execute((trx) => save(trx, sealer, changes, by));

  it('a row: only the first stores it', async () => {
    const row = organisation({ version: 0 });
    await put({ put: 'organisation', row });
    await put({ put: 'organisation', row: { ...row, name: 'Eerst', version: 1 } });
    await expect(put({ put: 'organisation', row: { ...row, name: 'Later', version: 1 } })).rejects.toThrow(
      VersionConflict,
    );
    await expect(put({ put: 'organisation', row: { ...row, name: 'Nieuw', version: 0 } })).rejects.toThrow(
      VersionConflict,
    );
    const { name, version } = await database.kysely
      .selectFrom('organisation')
      .select(['name', 'version'])
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow();
    expect([name, version]).toEqual(['Eerst', 2]);
  });

  it('a referral: only the first stores it, and nothing of the second stays', async () => {
    const [clb, naft, who] = [organisation({ version: 0 }), organisation({ kind: 'provider', version: 0 }), person()];
    const offer = service({ organisationId: naft.id, version: 0 });
    const trailId = id<TrailId>();
    const one = referral({ clbId: clb.id, providerId: naft.id, serviceId: offer.id, referrerId: who.id, trailId });
    await put(
      ...[clb, naft].map((row): Change => ({ put: 'organisation', row })),
      { put: 'person', row: who },
      { put: 'service', row: offer },
      { put: 'trail', row: { id: trailId, firstRegisteredAt: null, createdAt: monday10, version: 0 } },
      { put: 'draft', row: draft({ id: one.draftId, trailId, personId: who.id, clbId: clb.id, version: 0 }) },
    );
    const store = (before: typeof one | null, after: typeof one) =>
      database.kysely.transaction().execute((trx) => caseKind.store(trx, before, after));
    const first = await store(null, one);
    expect(first.version).toBe(1);
    const second = await store(first, { ...first, nudges: 1 });
    expect(second.version).toBe(2);
    await expect(store(first, { ...first, nudges: 2 })).rejects.toThrow(VersionConflict);
    await expect(store(null, one)).rejects.toThrow(VersionConflict);
    const { nudges } = await database.kysely.selectFrom('referral').select('nudges').executeTakeFirstOrThrow();
    expect(nudges).toBe(1);
  });
});
