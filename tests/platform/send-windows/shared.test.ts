import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { sharedSendWindows } from '../../../src/platform/send-windows/shared.js';
import type { Used } from '../../../src/platform/send-windows/slots.js';
import { openDatabase, type Database } from '../../../src/platform/storage/connection.js';
import { anyEngine, freshDatabase, freshPostgresUrl } from '../../support/database.js';

/** A minute: however slow the machine, nothing of it is forgotten meanwhile. */
const seconds = 60;
const tenant = { key: 'tenant:t', rates: [{ points: 50, seconds }] };
const inThread = (thread: number) => ({ key: `conversation:t/${thread}`, rates: [{ points: 7, seconds }] });
const week = 7 * 86_400_000;

/** The most moments in any minute, wherever it begins. */
const mostInAMinute = (moments: readonly number[]): number =>
  Math.max(...moments.map((from) => moments.filter((one) => one >= from && one < from + seconds * 1000).length));

describe.each(anyEngine)('processes that send for one bot, on %s', (engine) => {
  let processes: Database[];
  beforeAll(async () => {
    if (engine === 'embedded') processes = [await freshDatabase(engine)];
    else {
      const databaseUrl = await freshPostgresUrl();
      processes = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ databaseUrl, dataDirectory: null })));
    }
  });
  afterAll(() => Promise.all(processes.map((one) => one.close())));

  const usedBy = async (key: string): Promise<Used> => {
    const { rows } = await sql<{ used: Used }>`select used from send_window where key = ${key}`.execute(
      (processes[0] as Database).kysely,
    );
    return rows[0]?.used ?? { moments: [], minutes: [] };
  };

  it('keep the limits of a tenant and of its threads together, whoever takes a turn when', async () => {
    const all = processes.map(sharedSendWindows);
    const turns = Array.from({ length: 240 }, (_, n) => all[n % all.length]!.take([tenant, inThread(n % 30)], week));
    const waits = await Promise.all(turns);
    const { moments } = await usedBy(tenant.key);
    expect(moments).toHaveLength(240);
    expect(mostInAMinute(moments)).toBeLessThanOrEqual(50);
    expect(mostInAMinute((await usedBy(inThread(3).key)).moments)).toBeLessThanOrEqual(7);
    // Nine tenths of what is allowed, or more.
    expect(Math.max(...waits)).toBeLessThan((240 / 50 / 0.9) * seconds * 1000);
  });

  it('take no turn that is too far away', async () => {
    const before = await usedBy(tenant.key);
    const wait = await sharedSendWindows(processes[0] as Database).take([tenant, inThread(1)], 10);
    expect(wait).toBeGreaterThan(10);
    expect(await usedBy(tenant.key)).toEqual(before);
  });
});
