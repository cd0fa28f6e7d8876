import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Calendar } from '../../src/domain/calendar.js';
import type { Database } from '../../src/platform/storage/connection.js';
import { addCopy, References, type Batch } from './copies.js';
import { directory, type Directory } from './directory.js';
import { insertRows, tableOrder } from './insert.js';
import type { Row } from './rows.js';
import { asColumn, templatesUntil, type Template } from './templates.js';
import { unindexed } from './unindexed.js';

/** How far it is, told now and then. */
export interface Progress {
  readonly made: number;
  readonly of: number;
}

export interface Wanted {
  /** How many pupils' paths; a few have two referrals. */
  readonly count: number;
  /** In so many weeks before `now`, more than twenty; three school years when it is not said. */
  readonly weeks?: number;
  /** The moment at which the last week ends. */
  readonly now: Date;
  readonly calendar: Calendar;
  onProgress?(progress: Progress): void;
}

const atOnce = 500;
/** One CLB per so many referrals, and one provider: as in a region, the lists of a larger province are not longer. */
const perClb = 2500;

const sizesFor = (count: number) => ({
  clbs: Math.max(4, Math.ceil(count / perClb)),
  workersEach: 25,
  providers: Math.max(6, Math.ceil(count / perClb)),
});

/** Ways come as often as they are said to; weeks in turn. */
function* inTurn(templates: readonly Template[]): Generator<Template> {
  const byWay = new Map<string, Template[]>();
  for (const one of templates) byWay.set(one.way.name, [...(byWay.get(one.way.name) ?? []), one]);
  const deck = [...byWay.values()].flatMap((all) => Array.from({ length: all[0]?.way.often ?? 0 }, () => all));
  for (let turn = 0; ; turn++) {
    const all = deck[(turn * 37) % deck.length] as Template[];
    yield all[Math.floor(turn / deck.length + turn) % all.length] as Template;
  }
}

/** As long as a file that is sealed, and opened by no key: nobody is in it, as in what was erased. */
const opensNever = randomBytes(900).toString('base64url');

const asBatch = (rows: readonly Row[]): Batch => {
  const batch: Batch = new Map();
  for (const { table, row } of rows) {
    const named = Object.fromEntries(Object.entries(row).map(([name, value]) => [asColumn(name), value]));
    const into = batch.get(table) ?? { columns: Object.keys(named), rows: [] };
    batch.set(table, into);
    into.rows.push(JSON.stringify(named));
  }
  return batch;
};

const store = (database: Database, batch: Batch): Promise<void> =>
  database.unhurried((kysely) =>
    kysely.transaction().execute(async (trx) => {
      for (const table of tableOrder) {
        const of = batch.get(table);
        if (of !== undefined) await insertRows(trx, table, of.columns, of.rows);
      }
    }),
  );

async function referencesSoFar({ kysely }: Database): Promise<References> {
  const rows = await kysely.selectFrom('referenceCounter').selectAll().execute();
  return new References(new Map(rows.map(({ year, last }) => [year, last])));
}

const noteReferences = async ({ kysely }: Database, { last }: References): Promise<void> => {
  for (const [year, number] of last)
    await kysely
      .insertInto('referenceCounter')
      .values({ year, last: number })
      .onConflict((oc) => oc.column('year').doUpdateSet({ last: number }))
      .execute();
};

/** Presses of the last day, of which the answer is kept for when Teams brings them again: one for every twenty paths. */
const heardLately = async ({ kysely }: Database, count: number, now: Date): Promise<void> =>
  void (await sql`insert into processed_activity (activity_id, at, reply)
    select 'generated:' || n, ${now}::timestamptz - n * interval '1 second', '{}' from generate_series(1, ${Math.ceil(count / 20)}) n`.execute(
    kysely,
  ));

/**
 * Fills a database with so many pupils' paths of the last three school years, with everything that they bring: events, messages, clocks,
 * audit. Nobody in it exists. Gives the organisations and people that they are of.
 */
export async function generate(database: Database, wanted: Wanted): Promise<Directory> {
  const { count, weeks = 150, now, calendar, onProgress } = wanted;
  const people = directory(sizesFor(count), now);
  await store(database, asBatch(people.rows));
  const references = await referencesSoFar(database);
  const lives = inTurn(templatesUntil(now, weeks, calendar));
  let storing: Promise<void> = Promise.resolve();
  await unindexed(database, async () => {
    for (let made = 0; made < count;) {
      const batch: Batch = new Map();
      for (const until = Math.min(made + atOnce, count); made < until; made++)
        addCopy(batch, lives.next().value as Template, made, people, references, opensNever);
      // The next are made while these are stored.
      await storing;
      const until = made;
      storing = store(database, batch).then(() => onProgress?.({ made: until, of: count }));
      storing.catch(() => undefined);
    }
    await storing;
    await noteReferences(database, references);
  });
  await heardLately(database, count, now);
  await database.unhurried(async (kysely) => void (await sql`analyze`.execute(kysely)));
  return people;
}
