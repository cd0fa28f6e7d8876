import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generate } from '../../../scripts/generate/generate.js';
import type { ReferralId } from '../../../src/domain/ids.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { luxonCalendar } from '../../support/working-calendar.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const now = monday10;
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

describe.each(engines)('what the nightly run looks at, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await generate(database, { count: 120, weeks: 26, now, calendar: luxonCalendar });
  });
  afterAll(() => database.close());

  /** Page by page, as the run goes. */
  async function looksAt(at: Date, most: number): Promise<ReferralId[]> {
    const read = createRead(database.kysely, sealer, at);
    const found: ReferralId[] = [];
    for (;;) {
      const page = await read.storedCases(found.at(-1) ?? null, most);
      found.push(...page.map(({ referral }) => referral.id));
      if (page.length < most) return found;
    }
  }

  const rows = () =>
    database.kysely.selectFrom('referral').select(['id', 'state', 'referredOn', 'since']).orderBy('id').execute();

  test('is everything but what was withdrawn, once, however long the pages are', async () => {
    const wanted = (await rows()).filter(({ state }) => state !== 'withdrawn').map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(60);
    expect(await looksAt(now, 500)).toEqual(wanted);
    expect(await looksAt(now, 7)).toEqual(wanted);
  });

  test('is no more what is over for more than 400 days, but always what is open', async () => {
    const at = later(290);
    const isOver = ({ state, referredOn }: { state: string; referredOn: boolean }) =>
      state === 'completed' || (state === 'no-match' && referredOn);
    const all = (await rows()).filter(({ state }) => state !== 'withdrawn');
    const wanted = all.filter((row) => !isOver(row) || row.since > later(290 - 400));
    expect(wanted.length).toBeLessThan(all.length - 10);
    expect(wanted.filter(isOver).length).toBeGreaterThan(5);
    expect(await looksAt(at, 500)).toEqual(wanted.map(({ id }) => id));
    expect(await looksAt(later(2000), 500)).toEqual(all.filter((row) => !isOver(row)).map(({ id }) => id));
  });
});
