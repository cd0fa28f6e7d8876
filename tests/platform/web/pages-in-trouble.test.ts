import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/platform/clock.js';
import { embeddedDatabase, type Database } from '../../../src/platform/storage/connection.js';
import type { HttpRequest } from '../../../src/platform/web/http-page.js';
import { emptyEmbedded } from '../../support/database.js';
import { createMeters, pagesOf, type MetricsReaders } from '../../../src/platform/web/pages.js';

const token = 'a-token-of-some-length';
const asked = (headers: HttpRequest['headers'] = {}): HttpRequest => ({
  params: {},
  query: new URLSearchParams(),
  headers,
  body: Buffer.alloc(0),
});

describe('the pages for who keeps the bot running, when something is wrong', () => {
  let database: Database;
  afterEach(() => database.close());

  async function pages({
    readers = 'this-machine',
    checkKeeps,
    checkKeys = () => undefined,
  }: { readers?: MetricsReaders | null; checkKeeps?: () => Promise<void>; checkKeys?: () => void } = {}) {
    database = embeddedDatabase(await emptyEmbedded());
    const queue = { counts: () => Promise.reject(new Error('away')) };
    const behind = { ...database, ...(checkKeeps === undefined ? {} : { checkKeeps }) };
    const [health, metrics] = pagesOf(
      {
        database: behind,
        queue: queue as never,
        sealer: { checkKeeps: checkKeys },
        clock: systemClock,
        readers,
        proofEndsAt: new Date('2027-05-31T00:00:00Z'),
        isReady: () => true,
      },
      createMeters(),
    );
    return {
      metrics: metrics!, // not there without readers
      async health() {
        const { status, body } = await health!.answer(asked());
        return [status, JSON.parse(String(body))];
      },
    };
  }

  it('/health says which part, and is well again by itself', async () => {
    let full = true;
    const { health } = await pages({
      checkKeeps: () => (full ? Promise.reject(new Error('ENOSPC')) : Promise.resolve()),
    });
    expect(await health()).toEqual([503, { ok: false, trouble: 'storage' }]);
    full = false;
    expect(await health()).toEqual([200, { ok: true }]);
    await database.close();
    expect(await health()).toEqual([503, { ok: false, trouble: 'database' }]);
  });

  it('/health says that the file with the keys is gone', async () => {
    const gone = () => {
      throw new Error('gone');
    };
    const { health } = await pages({ checkKeys: gone });
    expect(await health()).toEqual([503, { ok: false, trouble: 'keys' }]);
  });

  it('/metrics tells what it still knows when the database does not answer', async () => {
    const { metrics } = await pages();
    expect(String((await metrics.answer(asked())).body)).toContain('meldpunt_database_up 1');
    await database.close();
    const { status, body } = await metrics.answer(asked());
    expect(status).toBe(200);
    expect(String(body)).toContain('meldpunt_database_up 0');
    expect(String(body)).toContain('process_cpu_seconds_total');
    expect(String(body)).toContain('meldpunt_secret_ends_timestamp_seconds 1811721600');
    expect(String(body)).not.toContain('meldpunt_messages_waiting{');
  });

  it('/metrics is for who shows the token, for this machine in local mode, or not there', async () => {
    expect((await pages()).metrics.local).toBe(true);
    await database.close();
    expect((await pages({ readers: null })).metrics).toBeUndefined();
    await database.close();
    const { metrics } = await pages({ readers: { token } });
    expect(metrics.local).toBe(false);
    const status = async (authorization?: string) =>
      (await metrics.answer(asked(authorization === undefined ? {} : { authorization }))).status;
    expect(await status(`Bearer ${token}`)).toBe(200);
    for (const wrong of [undefined, '', 'Bearer ', token, `Bearer ${token}x`, `Bearer ${token.slice(1)}`])
      expect(await status(wrong)).toBe(401);
  });
});
