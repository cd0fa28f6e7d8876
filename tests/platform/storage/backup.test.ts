import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../../../src/platform/storage/connection.js';
import { queueLivingCards } from '../../../src/platform/commands/draw-cards-anew.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';
import { migrations } from '../../../src/platform/storage/migrations/index.js';
import { emptyPostgresUrl, freshPostgresUrl, useCompleteDirectory } from '../../support/database.js';
import { newFolder } from '../../support/folder.js';
import { describeOnPostgres } from '../../support/on-postgres.js';
import { findPostgres } from '../../support/postgres.js';
import { ordinary, refers } from '../../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../../support/stage.js';

const page = readFileSync('docs/operations.md', 'utf8');

/** A command as the page tells it, carried out by a shell as an administrator does. */
function asThePageSays(program: string, databaseUrl: string, folder: string): void {
  const command = new RegExp(`\`(${program} [^\`]+)\``).exec(page)?.[1];
  if (command === undefined) throw new Error(`docs/operations.md tells nothing of ${program}`);
  const env = { PATH: `${findPostgres()}:${process.env['PATH']}`, DATABASE_URL: databaseUrl };
  execFileSync('sh', ['-euc', command], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

const tidy: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const one of tidy.splice(0).toReversed()) await one();
});
const folder = (): string => {
  const { path, remove } = newFolder();
  tidy.push(remove);
  return path;
};
const opened = async (engine: 'embedded' | 'postgresql', open: () => Promise<Database>): Promise<Stage> => {
  const stage = await openStage(engine, undefined, { open });
  tidy.push(() => stage.close());
  return stage;
};

/** As `npm start -- draw-cards-anew` does it, before the bot starts. */
async function drawnAnew(database: Database): Promise<void> {
  const told: number[] = [];
  expect(await queueLivingCards(database, (done) => told.push(done))).toBe(told.at(-1));
  await database.close();
}

/** Before the backup one referral, after it an answer: the bot that starts on the backup knows of the first, and people go on from there. */
async function answersAfterwards({ bram, naft }: Cast, stage: Stage): Promise<void> {
  await bram.presses('Gecontacteerd', {}, { in: naft });
  await stage.settled();
}

async function goesOn(stage: Stage, { bram, clb, naft }: Cast, reference: string): Promise<void> {
  const state = () => stage.database.kysely.selectFrom('referral').select('state').executeTakeFirstOrThrow();
  expect(await state()).toEqual({ state: 'delivered' });
  await stage.settled();
  expect(naft.botPosts.find(({ text }) => text.includes(reference))!.text).toContain('Nieuw');
  bram.reloads();
  const file = await bram.presses('Bekijken', {}, { in: naft, reading: reference, verb: 'open-file' });
  expect(file.text).toContain(ordinary.pupil.pupilName);
  await bram.presses('Gecontacteerd', {}, { in: naft, reading: reference });
  await stage.settled();
  expect(await state()).toEqual({ state: 'contacted' });
  expect(clb.botPosts.find(({ text }) => text.includes(reference))!.text).toContain('Gecontacteerd');
}

describeOnPostgres('a backup of a server, made and put back as the page says', () => {
  const server = (databaseUrl: string) => openDatabase({ databaseUrl, dataDirectory: null });

  it('is made while the bot runs; the bot that starts on it opens what is sealed, and the story goes on', async () => {
    const [first, restored, place] = [await freshPostgresUrl(), await emptyPostgresUrl(), folder()];
    let at = first;
    const stage = await opened('postgresql', () => server(at));
    const cast = await linkedCast(stage);
    const reference = await refers(stage, cast.an);
    asThePageSays('pg_dump', first, place);
    await answersAfterwards(cast, stage);
    asThePageSays('pg_restore', restored, place);
    at = restored;
    await drawnAnew(await server(restored));
    await stage.restart();
    await goesOn(stage, cast, reference);
  });

  it('of an earlier version is brought up to date by the start', async () => {
    const [first, restored, place] = [await emptyPostgresUrl(), await emptyPostgresUrl(), folder()];
    const all = Object.entries(migrations);
    const before = await server(first);
    await migrateToLatest(before, Object.fromEntries(all.slice(0, -5)));
    await before.close();
    asThePageSays('pg_dump', first, place);
    asThePageSays('pg_restore', restored, place);
    const stage = await opened('postgresql', () => server(restored));
    const done = await stage.database.kysely
      .selectFrom('kyselyMigration' as never)
      .selectAll()
      .execute();
    expect(done).toHaveLength(all.length);
    const cast = await linkedCast(stage);
    expect(await refers(stage, cast.an)).toMatch(/^2026-/);
  });
});

describe('a backup of the embedded database: the whole folder, copied while the bot is stopped', () => {
  it('put in the place of the folder opens what is sealed, and the story goes on', async () => {
    const place = folder();
    const [data, copy] = [join(place, 'data'), join(place, 'backup')];
    await useCompleteDirectory(data);
    const directory = () => openDatabase({ databaseUrl: null, dataDirectory: data });
    let start: () => Promise<void> | void = () => undefined;
    const stage = await opened('embedded', async () => {
      await start();
      return directory();
    });
    const cast = await linkedCast(stage);
    const reference = await refers(stage, cast.an);
    start = () => cpSync(data, copy, { recursive: true });
    await stage.restart();
    start = () => undefined;
    await answersAfterwards(cast, stage);
    start = async () => {
      renameSync(data, join(place, 'lost'));
      cpSync(copy, data, { recursive: true });
      await drawnAnew(await directory());
    };
    await stage.restart();
    await goesOn(stage, cast, reference);
  });
});
