import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql, type Transaction } from 'kysely';
import type { Job } from '../../../src/platform/queue/job.js';
import { type Queue, startQueue } from '../../../src/platform/queue/queue.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import type { Schema } from '../../../src/platform/storage/rows/schema.js';
import { jsonb } from '../../../src/platform/storage/rows/json.js';
import { engines, freshDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';
import { queues } from '../../support/impatient-queues.js';

describe.each(engines)('on %s', (engine) => {
  let db: Database;
  let queue: Queue;

  beforeAll(async () => {
    db = await freshDatabase(engine);
  });

  beforeEach(async () => {
    await sql`delete from pgboss.job`.execute(db.kysely);
    queue = await startQueue(db, queues);
  });

  afterEach(() => queue.stop());
  afterAll(() => db.close());

  const nothingLeft = async () =>
    (await queue.counts()).every(({ ready, later, active }) => ready + later + active === 0);

  it('delivers what a committed transaction sent, with its data and key', async () => {
    const jobs: Job[] = [];
    await queue.work('ordered', async (job) => void jobs.push(job));
    const id = await db.kysely
      .transaction()
      .execute((trx) => queue.send(trx, 'ordered', { messageId: 'm1' }, { singletonKey: 'c1' }));
    await until('the job was done', () => jobs.length === 1);
    expect(jobs[0]).toMatchObject({
      id,
      queue: 'ordered',
      data: { messageId: 'm1' },
      key: 'c1',
      retryCount: 0,
      retryLimit: 2,
    });
  });

  it('sends nothing when the transaction is undone', async () => {
    const attempt = db.kysely.transaction().execute(async (trx) => {
      await trx
        .insertInto('setting')
        .values({ key: 'undone', value: jsonb(1) })
        .execute();
      await queue.send(trx, 'plain', { messageId: 'm1' });
      await queue.send(trx, 'ordered', { messageId: 'm2' }, { singletonKey: 'c1' });
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(await nothingLeft()).toBe(true);
  });

  // The embedded engine does one transaction at a time.
  (engine === 'embedded' ? it.skip : it)(
    'does in order what was decided in order, also when who decided last began first',
    async () => {
      const done: unknown[] = [];
      const send = (trx: Transaction<Schema>, n: number): Promise<unknown> =>
        n < 3
          ? queue.send(trx, 'ordered', { n }, { singletonKey: 'c1' })
          : queue.sendAll(
              trx,
              'ordered',
              [3, 4].map((one) => ({ data: { n: one }, singletonKey: 'c1' })),
            );
      await db.kysely.transaction().execute(async (longest) => {
        await sql`select 1`.execute(longest);
        await db.kysely.transaction().execute(async (longer) => {
          await sql`select 1`.execute(longer);
          await db.kysely.transaction().execute((short) => send(short, 1));
          await send(longer, 2);
        });
        await send(longest, 3);
      });
      await queue.work('ordered', async (job) => void done.push(job.data['n']));
      await until('all were done', nothingLeft);
      expect(done).toEqual([1, 2, 3, 4]);
    },
  );

  it('wakes a waiting worker by the commit, not by looking again', async () => {
    const done: string[] = [];
    await queue.work('plain', async (job) => void done.push(job.id), { pollSeconds: 600 });
    await queue.send(null, 'plain', {});
    await until('the worker is idle after its first job', async () => done.length === 1 && (await nothingLeft()));
    await db.kysely.transaction().execute((trx) => queue.send(trx, 'plain', {}));
    await until('the second job was done', () => done.length === 2);
  });

  it('works a backlog without waiting between jobs', async () => {
    for (let n = 0; n < 20; n++) await queue.send(null, 'plain', { n });
    let done = 0;
    await queue.work('plain', async () => void done++, { pollSeconds: 600 });
    await until('all 20 were done', () => done === 20);
  });

  it.each([{ concurrency: 3 }, { batch: 3 }])('runs several at a time with %j', async (options) => {
    for (let n = 0; n < 3; n++) await queue.send(null, 'plain', { n });
    let running = 0;
    await queue.work(
      'plain',
      async () => {
        running += 1;
        await until('all three are running at once', () => running === 3);
      },
      options,
    );
    await until('all were done', nothingLeft);
  });

  it('waits for the moment asked for', async () => {
    await queue.send(null, 'plain', {}, { startAfter: new Date(Date.now() + 3_600_000) });
    await queue.send(null, 'plain', {}, { startAfter: 3_600 });
    const counts = await queue.counts();
    expect(counts.find((count) => count.queue === 'plain')).toMatchObject({ ready: 0, later: 2, oldestReadyAt: null });
  });

  it('keeps one waiting job per key where there may be only one', async () => {
    expect(await queue.send(null, 'once', {}, { singletonKey: 'card' })).not.toBeNull();
    expect(await queue.send(null, 'once', {}, { singletonKey: 'card' })).toBeNull();
    expect(await queue.send(null, 'once', {}, { singletonKey: 'other' })).not.toBeNull();
  });

  it('takes back what has not begun', async () => {
    await queue.send(null, 'plain', {}, { singletonKey: 'reminder', startAfter: 3_600 });
    await queue.send(null, 'plain', {}, { singletonKey: 'other', startAfter: 3_600 });
    const taken = await db.kysely.transaction().execute((trx) => queue.withdraw(trx, 'plain', 'reminder'));
    expect(taken).toBe(1);
    expect((await queue.counts()).find((count) => count.queue === 'plain')?.later).toBe(1);
  });

  it('refuses an unknown queue, also inside a transaction, instead of waiting for ever', async () => {
    const attempt = db.kysely.transaction().execute((trx) => queue.send(trx, 'nowhere', {}));
    await expect(attempt).rejects.toThrow('There is no queue nowhere.');
    await expect(queue.work('nowhere', async () => undefined)).rejects.toThrow('There is no queue nowhere.');
  });

  it('refuses anything that is not an id', async () => {
    await expect(queue.send(null, 'plain', { name: 'Jan Peeters' })).rejects.toThrow('ids only');
  });

  it('accepts a cron rhythm and forgets it again', async () => {
    await queue.schedule('plain', '0 6 * * 1-5', { check: 'nightly' }, { key: 'morning' });
    await queue.schedule('plain', '0 7 * * 1-5', { check: 'nightly' }, { key: 'morning' });
    const schedules = () => sql`select name, cron, timezone from pgboss.schedule`.execute(db.kysely);
    expect((await schedules()).rows).toEqual([{ name: 'plain', cron: '0 7 * * 1-5', timezone: 'Europe/Brussels' }]);
    await queue.unschedule('plain', 'morning');
    expect((await schedules()).rows).toEqual([]);
  });
});
