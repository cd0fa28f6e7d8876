import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../../src/contracts/outcome.js';
import type { DraftId, OrganisationId, PersonId, ReferralId, TrailId } from '../../../src/domain/ids.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { rememberSchools } from '../../../src/platform/storage/remember-schools.js';
import { save } from '../../../src/platform/storage/save.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10, organisation, person, referral } from '../../support/given.js';
import { storeReferral } from '../../support/store-referral.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

const leuven = organisation({ id: realId<OrganisationId>(), kind: 'clb', version: 0 });
const halle = organisation({ id: realId<OrganisationId>(), kind: 'clb', version: 0 });
const an = person({ id: realId<PersonId>() });
const minutes = (number: number): Date => new Date(monday10.getTime() + number * 60_000);

describe.each(engines)('the schools of a CLB, on %s', (engine) => {
  let database: Database;
  let numbers = 0;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await stores(monday10, { put: 'organisation', row: leuven }, { put: 'organisation', row: halle });
    await stores(monday10, { put: 'person', row: an });
  });
  afterAll(() => database.close());

  const stores = (now: Date, ...changes: Change[]) =>
    database.kysely
      .transaction()
      .execute((trx) => save(trx, sealer, changes, { personId: an.id, organisationId: leuven.id, now }));
  const uses = (at: number, name: string, municipality = 'Leuven') =>
    stores(minutes(at), { put: 'school', row: { organisationId: leuven.id, name, municipality } });
  const listOf = async ({ id }: { id: OrganisationId }) =>
    (await createRead(database.kysely, sealer, monday10).schoolsOf(id)).map(
      ({ name, municipality }) => `${name} (${municipality})`,
    );

  /** A referral whose sealed file names this school. */
  async function refers(schoolName: string, schoolPlace: string): Promise<ReferralId> {
    numbers += 1;
    const trailId = realId<TrailId>();
    const row = referral({
      ...{ id: realId<ReferralId>(), trailId, draftId: realId<DraftId>(), clbId: halle.id, referrerId: an.id },
      ...{ reference: `2026-${String(numbers).padStart(4, '0')}`, providerId: null, serviceId: null, version: 0 },
      registeredAt: minutes(numbers),
    });
    const trail = { id: trailId, firstRegisteredAt: monday10, createdAt: monday10, version: 0 };
    const file = { referralId: row.id, trailId, typed: { schoolName, schoolPlace } };
    const changes: Change[] = [
      { put: 'trail', row: trail },
      { put: 'caseFile', row: file, clbId: halle.id, identity: null },
    ];
    await database.kysely.transaction().execute(async (trx) => {
      await save(trx, sealer, changes, { personId: an.id, organisationId: halle.id, now: monday10 });
      await storeReferral(trx, row);
    });
    return row.id;
  }

  it('are its own, by name, each once however it was spelt, in the spelling of the last time', async () => {
    await uses(1, 'sint-pieter');
    await uses(2, 'Atheneum');
    await uses(3, 'Sint-Pieter');
    await uses(4, 'Sint-Pieter', 'Tienen');
    expect(await listOf(leuven)).toEqual(['Atheneum (Leuven)', 'Sint-Pieter (Leuven)', 'Sint-Pieter (Tienen)']);
    expect(await listOf(halle)).toEqual([]);
  });

  it('when there are many, the sixty that were used last', async () => {
    for (let number = 10; number < 70; number += 1) await uses(number, `School ${number}`);
    const list = await listOf(leuven);
    expect(list).toHaveLength(60);
    expect(list).not.toContain('Atheneum (Leuven)');
  });

  it('of before there was a list come from the sealed files, once; what cannot be read is passed over', async () => {
    await refers('Lyceum', '3001');
    await refers('LYCEUM', 'Heverlee');
    await refers('Nergens', 'Luven');
    const broken = await refers('Kapot', 'Leuven');
    await database.kysely.updateTable('caseFile').set({ sealed: 'kapot' }).where('referralId', '=', broken).execute();
    await Promise.all([rememberSchools(database, sealer), rememberSchools(database, sealer)]);
    expect(await listOf(halle)).toEqual(['LYCEUM (Leuven)']);
    await refers('Instituut', 'Halle');
    await rememberSchools(database, sealer);
    expect(await listOf(halle)).toEqual(['LYCEUM (Leuven)']);
  });
});
