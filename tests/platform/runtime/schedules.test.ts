import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { job, type Feature } from '../../../src/contracts/action.js';
import { MovableClock } from '../../../src/platform/clock.js';
import { wake } from '../../../src/platform/outbox/wake.js';
import type { Runtime } from '../../../src/platform/runtime/perform.js';
import { createRegistry } from '../../../src/platform/runtime/registry.js';
import { ensureSchedules } from '../../../src/platform/runtime/schedules.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createCalendar } from '../../../src/platform/calendar/index.js';
import { engines, freshDatabase } from '../../support/database.js';
import { links, monday10 } from '../../support/given.js';
import { testSealer } from '../../support/test-sealer.js';

const day = 86_400_000;
const tick = job({
  name: 'tick',
  subject: z.object({}),
  load: async () => ({}),
  decide: () => ({}),
});
const feature: Feature = {
  name: 'ticking',
  actions: [],
  views: [],
  jobs: [tick],
  schedules: [{ job: 'tick', next: (now) => new Date(now.getTime() + 7 * day) }],
};

describe.each(engines)('work that comes back by itself, on %s', (engine) => {
  let database: Database;
  let parts: Runtime;
  let clock: MovableClock;
  const registry = createRegistry([feature]);
  const failures: unknown[] = [];
  const done = async () =>
    (await database.kysely.selectFrom('audit').select('id').where('action', '=', 'tick').execute()).length;
  const waiting = () => database.kysely.selectFrom('due').selectAll().execute();
  const later = async (milliseconds: number) => {
    clock.forward(milliseconds);
    await wake(parts, registry, (_job, error) => failures.push(error));
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    clock = new MovableClock(monday10);
    parts = {
      database,
      clock,
      links,
      version: '1.2.3',
      local: false,
      sealer: testSealer(),
      calendar: () => createCalendar({ alwaysOpen: true, weeklyHours: {}, closedPeriods: [] }),
      enqueue: async () => undefined,
      moveClock: async () => undefined,
    };
  });
  afterAll(() => database.close());

  it('is planted once, over restarts too', async () => {
    await ensureSchedules(parts, registry.schedules);
    const [first] = await waiting();
    clock.forward(day);
    await Promise.all([ensureSchedules(parts, registry.schedules), ensureSchedules(parts, registry.schedules)]);
    expect(await waiting()).toEqual([first]);
  });

  it('is done at its moment, once, and comes back', async () => {
    await later(5 * day);
    expect(await done()).toBe(0);
    await later(day + 1000);
    await later(0);
    expect(await done()).toBe(1);
    const [next] = await waiting();
    expect(next?.at.getTime()).toBeGreaterThan(clock.now().getTime() + 6 * day);
  });

  it('is done once, late, when nothing ran for long', async () => {
    await later(70 * day);
    expect(await done()).toBe(2);
    expect(await waiting()).toHaveLength(1);
    expect(failures).toEqual([]);
  });
});
