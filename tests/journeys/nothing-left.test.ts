import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateToLatest } from '../../src/platform/storage/migrate.js';
import { openDatabase, type Engine } from '../../src/platform/storage/connection.js';
import { terms } from '../../src/domain/terms.js';
import { destroyErasedKeys } from '../../src/platform/keys/destroy-keys.js';
import { readFigures } from '../../src/platform/storage/figures/read-figures.js';
import { ownerOf } from '../../src/platform/storage/keys/draft-keys.js';
import { prune } from '../../src/platform/storage/prune.js';
import { engines, useCompleteDirectory } from '../support/database.js';
import { newFolder } from '../support/folder.js';
import { findPostgres, startPostgres, stopPostgres } from '../support/postgres.js';
import { readFromDisk } from '../support/raw-bytes.js';
import { ordinary, refers, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { stageKeys } from '../support/test-sealer.js';
import { begins, fillsInUpTo } from '../support/walk.js';

/** A database of which the files can be read: of its own, in a folder. */
async function onDisk(engine: Engine) {
  if (engine === 'embedded') {
    const { path, remove } = newFolder();
    await useCompleteDirectory(path);
    return { folder: path, open: () => openDatabase({ databaseUrl: null, dataDirectory: path }), remove };
  }
  const server = await startPostgres(findPostgres()!);
  const open = async () => {
    const database = await openDatabase({ databaseUrl: server.url, dataDirectory: null });
    await migrateToLatest(database);
    return database;
  };
  return { folder: join(server.directory, 'data'), open, remove: () => stopPostgres(server) };
}

/** What was erased is gone: from the rows, from the bytes of every file, and for whoever has the keys of the environment. */
describe.each(engines)('nothing is left of what was erased, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let disk: Awaited<ReturnType<typeof onDisk>>;
  beforeAll(async () => {
    disk = await onDisk(engine);
    stage = await openStage(engine, undefined, { open: disk.open });
    cast = await linkedCast(stage);
  });
  afterAll(async () => {
    await stage.close();
    disk.remove();
  });

  /** All that tells who it is; a school by itself is nobody's data, and stands in the list of its CLB. */
  const canaries = Object.entries(secret).flatMap(([id, value]) =>
    id.startsWith('schoolP') || id === 'schoolName' ? [] : [value],
  );
  /** What can be read of the pupil by whoever has all files, the key file and the key of the environment. */
  const stolen = async (): Promise<string[]> => {
    // All that is known is written out: he gets the most that there is.
    await sql`checkpoint`.execute(stage.database.kysely);
    const { keyFile } = stage.app.parts.sealer;
    const loot = { folder: disk.folder, keyFile, dataKey: stageKeys.data, database: stage.database };
    const logged = stage.logged.join();
    return [...(await readFromDisk(canaries, loot)), ...canaries.filter((word) => logged.includes(word))];
  };
  const marks = async () =>
    (await stage.database.kysely.selectFrom('blindIndex').select('digest').execute()).map(({ digest }) => digest);

  it('an intake that was thrown away', async () => {
    await begins(stage, cast.an);
    await fillsInUpTo(cast.an, 'consent', ordinary);
    expect(await stolen()).toEqual(expect.arrayContaining([secret.pupilName, secret.question]));
    await cast.an.presses('Aanmelding weggooien', {}, { in: cast.an.personal });
    await cast.an.presses('Weggooien', {}, { in: cast.an.personal });
    await stage.settled();
    expect(await stolen()).toEqual([]);
  });

  /** The other side has it: what was filled in stands in the file only, and the key of the intake is gone while its trail goes on. */
  async function losesItsSecondCopy(): Promise<void> {
    const { kysely } = stage.database;
    const draft = () =>
      kysely
        .selectFrom('draft')
        .select(['id', 'sealed', 'keySlot'])
        .where('state', '=', 'sent')
        .executeTakeFirstOrThrow();
    const { id, keySlot } = await draft();
    const night = (days: number) => new Date(stage.clock.now().getTime() + days * 86_400_000);
    expect(await prune(stage.database, { now: night(0), terms })).toMatchObject({ drafts: 0 });
    expect(await prune(stage.database, { now: night(2), terms })).toMatchObject({ drafts: 1 });
    const { sealer } = stage.app.parts;
    await destroyErasedKeys(stage.database, sealer, night(2));
    expect(await draft()).toEqual({ id, sealed: null, keySlot: null });
    expect(sealer.isDestroyed({ trailId: ownerOf(id), slot: keySlot! })).toBe(true);
  }

  it('a referral with its file, a question and its answer, erased by the desk', async () => {
    const reference = await refers(stage, cast.an);
    await cast.bram.presses('Bekijken', {}, { in: cast.naft });
    expect(await stolen()).toEqual(expect.arrayContaining([secret.pupilName, secret.guardianPhone, secret.question]));
    expect(await marks()).toHaveLength(1);
    await losesItsSecondCopy();
    await cast.an.presses('Intrekken', {}, { in: cast.clb });
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, { in: cast.clb });
    await stage.settled();

    await cast.dirk.says(`geschiedenis ${reference}`, cast.desk);
    await stage.settled();
    await cast.dirk.opens(cast.desk);
    await cast.dirk.presses('Gegevens wissen', {}, { in: cast.desk });
    expect((await cast.dirk.presses('Voorgoed wissen', {}, { in: cast.desk })).text).toContain(
      'De gegevens van deze leerling zijn gewist.',
    );
    await stage.settled();
    expect(await stolen()).toEqual([]);
    expect(await marks()).toEqual([]);
    expect(cast.clb.botPosts.find(({ text }) => text.includes(reference))!.text).toContain('gewist');
  });

  it('and a month later its number, codes, dates and people too: only counts are left', async () => {
    const { kysely } = stage.database;
    const { reference, id, trailId } = await kysely.selectFrom('referral').selectAll().executeTakeFirstOrThrow();
    const span = { from: new Date(stage.clock.now().getTime() - 86_400_000), until: stage.clock.now() };
    const counted = () => readFigures(kysely, stage.clock.now()).figures(span);
    const before = await counted();
    const now = new Date(stage.clock.now().getTime() + 31 * 86_400_000);
    // Two trails and the intake that was thrown away; the copy that went a day after sending has two days more.
    expect(await prune(stage.database, { now, terms })).toMatchObject({ erased: 3 });
    expect(await counted()).toEqual(before);
    // Ids that lead nowhere: what was pressed, and answers to typed words, each until its own term.
    expect(await whereStands([reference, id, trailId])).toEqual(['audit.subject', 'erasure.trailId', 'message.params']);
    await cast.dirk.says(`geschiedenis ${reference}`, cast.desk);
    await stage.settled();
    expect(cast.desk.botPosts.at(-1)!.text).not.toContain('gewist');
  });

  /** The columns in which one of these words stands. */
  async function whereStands(words: readonly string[]): Promise<string[]> {
    const { rows } = await sql<{ table: string }>`select table_name as table from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(stage.database.kysely);
    const found: string[] = [];
    for (const { table } of rows) {
      const all = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(stage.database.kysely);
      for (const row of all.rows)
        for (const [column, value] of Object.entries(row))
          if (words.some((word) => JSON.stringify(value ?? '').includes(word))) found.push(`${table}.${column}`);
    }
    return [...new Set(found)].sort();
  }
});
