import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { GiveUp, type Job, RetryLater } from '../../../src/platform/queue/job.js';
import { type Queue, type QueueTrouble, startQueue } from '../../../src/platform/queue/queue.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { engines, freshDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';
import { queues } from '../../support/impatient-queues.js';

type Misbehave = (name: string, attempt: number) => void | Promise<void>;

interface Notes {
  readonly done: string[];
  readonly tried: string[];
}

describe.each(engines)('on %s', (engine) => {
  let db: Database;
  let queue: Queue;
  let troubles: QueueTrouble[];

  beforeAll(async () => {
    db = await freshDatabase(engine);
  });

  beforeEach(async () => {
    await sql`delete from pgboss.job`.execute(db.kysely);
    troubles = [];
    queue = await startQueue(db, queues, { onError: (trouble) => troubles.push(trouble) });
  });

  afterEach(() => queue.stop());
  afterAll(() => db.close());

  const send = (name: string, key: string, queueName = 'ordered') =>
    queue.send(null, queueName, { name }, { singletonKey: key });

  /** Works `ordered` with four workers and notes what was done; `misbehave` may throw, by name and attempt. */
  async function workAndNote(misbehave: Misbehave): Promise<Notes> {
    const notes: Notes = { done: [], tried: [] };
    await queue.work(
      'ordered',
      async (job) => {
        const name = String(job.data['name']);
        notes.tried.push(name);
        await misbehave(name, notes.tried.filter((tried) => tried === name).length);
        notes.done.push(name);
      },
      { concurrency: 4 },
    );
    return notes;
  }

  it('keeps the order in which one transaction sent', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `a${n}`);
    await db.kysely.transaction().execute(async (trx) => {
      for (const name of names) await queue.send(trx, 'ordered', { name }, { singletonKey: 'a' });
    });
    const { done } = await workAndNote(() => undefined);
    await until('all were done', () => done.length === names.length);
    expect(done).toEqual(names);
  });

  it('keeps the order per key over retries, and lets other keys pass', async () => {
    for (const name of ['a1', 'a2', 'a3']) await send(name, 'a');
    for (const name of ['b1', 'b2']) await send(name, 'b');
    const notes = await workAndNote(async (name, attempt) => {
      if (name !== 'a1') return;
      if (attempt === 1) throw new Error('not now');
      await until('the other key has passed', () => notes.done.includes('b2'));
    });
    await until('all were done', () => notes.done.length === 5);
    expect(notes.done).toEqual(['b1', 'b2', 'a1', 'a2', 'a3']);
    expect(troubles).toEqual([expect.objectContaining({ queue: 'ordered', verdict: 'retried' })]);
  });

  it('tries again later when asked: in its turn, and more often than there are attempts', async () => {
    for (const name of ['a1', 'a2']) await send(name, 'a');
    const askedAt: number[] = [];
    const { done, tried } = await workAndNote((name, attempt) => {
      if (name !== 'a1') return;
      askedAt.push(Date.now());
      if (attempt <= 3) throw new RetryLater(1);
    });
    await until('both were done', () => done.length === 2);
    expect(done).toEqual(['a1', 'a2']);
    expect(tried).toEqual(['a1', 'a1', 'a1', 'a1', 'a2']);
    expect(Math.min(...askedAt.slice(1).map((at, n) => at - (askedAt[n] ?? 0)))).toBeGreaterThanOrEqual(990);
    expect(troubles.map((trouble) => trouble.verdict)).toEqual(['postponed', 'postponed', 'postponed']);
  });

  it('a wait that was asked for uses up no attempt: after many of them an error of our own is tried again too', async () => {
    await send('a1', 'a');
    const notes = await workAndNote((_name, attempt) => {
      if (attempt <= 6) throw new RetryLater(0);
      if (attempt === 7) throw new Error('not now');
    });
    await until('it was done', () => notes.done.length === 1);
    expect(notes.tried).toHaveLength(8);
    expect(troubles.map(({ verdict }) => verdict)).toEqual([...Array<string>(6).fill('postponed'), 'retried']);
  });

  it('after the last attempt hands the job to the dead letter queue and lets its conversation go on', async () => {
    const lost = await send('a1', 'a');
    await send('a2', 'a');
    const { done, tried } = await workAndNote((name) => {
      if (name === 'a1') throw Object.assign(new Error('Jan Peeters'), { statusCode: 500 });
    });
    await until('the next one was done', () => done.length === 1);
    expect(tried).toEqual(['a1', 'a1', 'a1', 'a2']);

    const dead: Job[] = [];
    await queue.work('dead', async (job) => void dead.push(job));
    await until('the dead letter arrived', () => dead.length === 1);
    expect(dead[0]).toMatchObject({ data: { name: 'a1' }, key: 'a' });
    expect(dead[0]?.failedIn).toEqual({ queue: 'ordered', jobId: lost, reason: null });
    const { rows } = await sql`select source_output from pgboss.job where name = 'dead'`.execute(db.kysely);
    expect(rows).toEqual([{ sourceOutput: { error: 'Error', code: 500 } }]);
  });

  it('gives up at once when trying again cannot help', async () => {
    await send('p1', 'p', 'plain');
    let attempts = 0;
    await queue.work('plain', async () => {
      attempts += 1;
      throw new GiveUp('blocked');
    });
    await until('it is a dead letter', async () =>
      (await queue.counts()).some(({ queue: name, ready }) => name === 'dead' && ready === 1),
    );
    expect(attempts).toBe(1);
    expect(troubles.map((trouble) => trouble.verdict)).toEqual(['dead']);
    const dead: Job[] = [];
    await queue.work('dead', async (job) => void dead.push(job));
    await until('the dead letter arrived', () => dead.length === 1);
    expect(dead[0]?.failedIn).toMatchObject({ queue: 'plain', reason: 'blocked' });
  });

  it('sends dead letters back to where they failed', async () => {
    await send('a1', 'a');
    let healthy = false;
    const done: string[] = [];
    await queue.work('ordered', async (job) => {
      if (!healthy) throw new GiveUp('down');
      done.push(String(job.data['name']));
    });
    await until('it is a dead letter', async () =>
      (await queue.counts()).some(({ queue: name, ready }) => name === 'dead' && ready === 1),
    );
    healthy = true;
    expect(await queue.redrive('dead')).toBe(1);
    await until('it was done after all', () => done.length === 1);
  });

  it('fails one of a batch without touching the others', async () => {
    for (const name of ['p1', 'p2', 'p3']) await send(name, name, 'plain');
    const done: string[] = [];
    let failed = 0;
    await queue.work(
      'plain',
      async (job) => {
        if (job.data['name'] === 'p2' && failed++ === 0) throw new Error('not now');
        done.push(String(job.data['name']));
      },
      { batch: 3 },
    );
    await until('all were done', () => done.length === 3);
    expect([...done].sort()).toEqual(['p1', 'p2', 'p3']);
  });
});
