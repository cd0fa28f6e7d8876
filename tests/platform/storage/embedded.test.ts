import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../../src/platform/storage/connection.js';
import { checkDurability } from '../../../src/platform/storage/embedded/self-check.js';
import { saidLines, startChild } from '../../support/child.js';
import { useCompleteDirectory } from '../../support/database.js';
import { newFolder } from '../../support/folder.js';
import { until } from '../../support/until.js';

let folder: { path: string; remove: () => void };
let opened: Database[];

beforeEach(() => {
  folder = newFolder();
  opened = [];
});

afterEach(async () => {
  for (const db of opened) await db.close();
  folder.remove();
});

async function open(path = folder.path): Promise<Database> {
  const db = await openDatabase({ databaseUrl: null, dataDirectory: path });
  opened.push(db);
  return db;
}

describe('a data directory', () => {
  it('is closed to other accounts, and marked ready once it is complete', async () => {
    const path = join(folder.path, 'deep', 'data');
    await open(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(readdirSync(path).sort()).toEqual(['lock', 'postgresql', 'ready.json']);
  });

  it('serves one process: a second is refused with the way out, and after kill -9 it is free at once', async () => {
    await useCompleteDirectory(folder.path);
    const child = await startChild('commit-rows', folder.path);
    await saidLines(child, 1);
    await expect(open()).rejects.toThrow('set DATABASE_URL to a PostgreSQL server');
    await child.kill();
    await expect(open()).resolves.toMatchObject({ engine: 'embedded' });
  });

  it('is not opened twice in one process either, and can be opened again after closing', async () => {
    await useCompleteDirectory(folder.path);
    const first = await open();
    await expect(open()).rejects.toThrow('in use by another process');
    await first.close();
    await open();
  });

  it('whose making was killed midway is set aside, not deleted, and made anew at the next start', async () => {
    const child = await startChild('commit-rows', folder.path);
    await until('the making has begun', () => existsSync(join(folder.path, 'postgresql', 'PG_VERSION')));
    await child.kill();
    expect(existsSync(join(folder.path, 'ready.json'))).toBe(false);
    const db = await open();
    await expect(db.kysely.selectNoFrom((eb) => eb.val(1).as('one')).execute()).resolves.toHaveLength(1);
    const aside = readdirSync(folder.path).find((name) => name.startsWith('postgresql.half-made-'));
    expect(existsSync(join(folder.path, aside ?? '', 'PG_VERSION'))).toBe(true);
  });

  it('that somebody else made is left alone', async () => {
    mkdirSync(join(folder.path, 'postgresql'));
    await expect(open()).rejects.toThrow('was not made by this program');
  });

  it('that was complete but lost its database is not silently made empty', async () => {
    await useCompleteDirectory(folder.path);
    rmSync(join(folder.path, 'postgresql'), { recursive: true });
    await expect(open()).rejects.toThrow('is gone');
  });

  it('of another PostgreSQL major is refused with the way out', async () => {
    await useCompleteDirectory(folder.path);
    writeFileSync(join(folder.path, 'postgresql', 'PG_VERSION'), '17\n');
    await expect(open()).rejects.toThrow('is of PostgreSQL 17');
  });
});

describe('the self-check', () => {
  beforeEach(() => useCompleteDirectory(folder.path));

  it('refuses PGlite as it comes: fsync is off', async () => {
    const pglite = await PGlite.create(join(folder.path, 'postgresql'));
    await expect(checkDurability(pglite, () => 0)).rejects.toThrow('fsync is off');
    await pglite.close();
  });

  it('refuses a file system whose flushes reach nobody, although fsync is on', async () => {
    const startParams = PGlite.defaultStartParams.filter((param) => param !== '-F');
    const pglite = await PGlite.create({ fs: new NodeFS(join(folder.path, 'postgresql')), startParams });
    await expect(checkDurability(pglite, () => 0)).rejects.toThrow('a commit did not reach the disk');
    await pglite.close();
  });
});
