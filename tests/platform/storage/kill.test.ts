import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';
import { saidLines, startChild } from '../../support/child.js';
import { useCompleteDirectory } from '../../support/database.js';
import { newFolder } from '../../support/folder.js';

const folder = newFolder();
const acknowledged: string[] = [];

beforeAll(async () => {
  await useCompleteDirectory(folder.path);
  const db = await openDatabase({ databaseUrl: null, dataDirectory: folder.path });
  await migrateToLatest(db);
  await db.close();
});

afterAll(() => folder.remove());

it.each(['a', 'b', 'c', 'd'])('keeps every confirmed row when the process is killed (round %s)', async (round) => {
  const child = await startChild('commit-rows', folder.path, round);
  await saidLines(child, 40);
  await child.kill();
  acknowledged.push(...child.lines().filter((line) => line !== 'open'));

  const db = await openDatabase({ databaseUrl: null, dataDirectory: folder.path });
  const rows = await db.kysely.selectFrom('setting').select('key').execute();
  await db.close();
  const kept = new Set(rows.map((row) => row.key));
  expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
});
