import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../../../src/platform/runtime/in-transaction.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { storeVersion } from '../../../src/platform/storage/rows/store-version.js';
import { engines, freshDatabase } from '../../support/database.js';
import { organisation } from '../../support/given.js';

describe.each(engines)('many at one row, on %s', (engine) => {
  let database: Database;
  const row = organisation({ version: 0 });
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await inTransaction(database, (trx) => storeVersion(trx, 'organisation', 0, row));
  });
  afterAll(() => database.close());

  /** Reads the row and stores its next version, as an act does; says how many tries that took. */
  async function act(): Promise<number> {
    let tries = 0;
    await inTransaction(database, async (trx, takeTurn) => {
      tries++;
      await takeTurn();
      const found = await trx.selectFrom('organisation').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
      await storeVersion(trx, 'organisation', found.version, found);
    });
    return tries;
  }

  it('who lost it once waits for it, and does not lose it again, however many there are and keep coming', async () => {
    const tries = await Promise.all(Array.from({ length: 60 }, act));
    expect(Math.max(...tries)).toBeLessThanOrEqual(2);
    const { version } = await database.kysely.selectFrom('organisation').select('version').executeTakeFirstOrThrow();
    expect(version).toBe(61);
  });

  it('another fault is not tried again', async () => {
    let tries = 0;
    const failing = inTransaction(database, async () => {
      tries++;
      throw new Error('not a matter of turns');
    });
    await expect(failing).rejects.toThrow('not a matter of turns');
    expect(tries).toBe(1);
  });
});
