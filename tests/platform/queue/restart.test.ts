import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Queue, startQueue } from '../../../src/platform/queue/queue.js';
import { type Database, type Engine, openDatabase } from '../../../src/platform/storage/connection.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';
import { saidLines, startChild } from '../../support/child.js';
import { describeOnPostgres } from '../../support/on-postgres.js';
import { emptyPostgresUrl, engines, freshPostgresUrl, useCompleteDirectory } from '../../support/database.js';
import { newFolder } from '../../support/folder.js';
import { until } from '../../support/until.js';
import { queues } from '../../support/impatient-queues.js';

interface Running {
  readonly db: Database;
  readonly queue: Queue;
}

const running: Running[] = [];
let folder: { path: string; remove: () => void };

beforeEach(() => {
  folder = newFolder();
});

afterEach(async () => {
  for (const one of running.splice(0)) await stop(one);
  folder.remove();
});

/** What is needed to come back to the same database after a restart. */
async function home(engine: Engine): Promise<{ databaseUrl: string | null; dataDirectory: string | null }> {
  if (engine === 'postgresql') return { databaseUrl: await freshPostgresUrl(), dataDirectory: null };
  await useCompleteDirectory(folder.path);
  return { databaseUrl: null, dataDirectory: folder.path };
}

async function start(where: { databaseUrl: string | null; dataDirectory: string | null }): Promise<Running> {
  const db = await openDatabase(where);
  await migrateToLatest(db);
  const one = { db, queue: await startQueue(db, queues) };
  running.push(one);
  return one;
}

async function stop({ db, queue }: Running): Promise<void> {
  await queue.stop();
  await db.close();
}

async function workOrdered(queue: Queue, done: string[]): Promise<void> {
  await queue.work('ordered', async (job) => void done.push(String(job.data['name'])), { concurrency: 2 });
}

describe.each(engines)('on %s', (engine) => {
  it('keeps what was sent over a restart', async () => {
    const where = await home(engine);
    const before = await start(where);
    for (const name of ['a1', 'a2']) await before.queue.send(null, 'ordered', { name }, { singletonKey: 'a' });
    await stop(running.pop() as Running);

    const done: string[] = [];
    await workOrdered((await start(where)).queue, done);
    await until('both were done', () => done.length === 2);
    expect(done).toEqual(['a1', 'a2']);
  });

  it('lets a running job end before it stops', async () => {
    const { queue } = await start(await home(engine));
    let begun = false;
    let ended = false;
    let finish = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    await queue.work('plain', async () => {
      begun = true;
      await held;
      ended = true;
    });
    await queue.send(null, 'plain', {});
    await until('the job began', () => begun);
    const stopped = queue.stop();
    finish();
    await stopped;
    expect(ended).toBe(true);
  });

  it('frees a conversation whose job pg-boss itself failed for the last time', async () => {
    const where = await home(engine);
    const { db, queue } = await start(where);
    for (const name of ['a1', 'a2']) await queue.send(null, 'ordered', { name }, { singletonKey: 'a' });
    await sql`update pgboss.job set state = 'failed', completed_on = now()
      where name = 'ordered' and data ->> 'name' = 'a1'`.execute(db.kysely);
    await stop(running.pop() as Running);

    const done: string[] = [];
    await workOrdered((await start(where)).queue, done);
    await until('the next one was done', () => done.length === 1);
    expect(done).toEqual(['a2']);
  });
});

describe('when the process is killed in the middle of a job', () => {
  it('does the job again after the restart, before the ones behind it', async () => {
    const where = await home('embedded');
    const before = await start(where);
    for (const name of ['a1', 'a2']) await before.queue.send(null, 'ordered', { name }, { singletonKey: 'a' });
    await stop(running.pop() as Running);
    const child = await startChild('hold-job', folder.path);
    await saidLines(child, 1);
    await child.kill();

    const done: string[] = [];
    await workOrdered((await start(where)).queue, done);
    await until('both were done', () => done.length === 2);
    expect(done).toEqual(['a1', 'a2']);
  });
});

describeOnPostgres('two processes on PostgreSQL', () => {
  it('start at once on an empty database', async () => {
    const url = await emptyPostgresUrl();
    const where = { databaseUrl: url, dataDirectory: null };
    await Promise.all([start(where), start(where)]);
    expect(running).toHaveLength(2);
  });

  it('share the work: each job once, each key in order', async () => {
    const where = await home('postgresql');
    const [one, two] = [await start(where), await start(where)];
    const keys = ['a', 'b', 'c', 'd'];
    const sent = Array.from({ length: 10 }, (_, n) => keys.map((key) => `${key}${n}`)).flat();
    for (const name of sent) await one.queue.send(null, 'ordered', { name }, { singletonKey: name.slice(0, 1) });
    const done: string[] = [];
    await workOrdered(one.queue, done);
    await workOrdered(two.queue, done);
    await until('all were done', () => done.length === sent.length);
    for (const key of keys) {
      const ofKey = (names: string[]) => names.filter((name) => name.startsWith(key));
      expect(ofKey(done)).toEqual(ofKey(sent));
    }
  });
});
