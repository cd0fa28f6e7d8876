import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from './connection.js';
import { migrateToLatest } from './migrate.js';
import type { Schema } from './rows/schema.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** So many rows go over at once. */
const atOnce = 500;

/** How far it is. */
export interface MoveProgress {
  readonly table: string;
  readonly done: number;
  readonly of: number;
}

/** The database that was to be filled is in use already: nothing was changed. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';

  constructor() {
    super('There is something in the database to which all is to be moved. Give an empty one. Nothing was changed.');
  }
}

/** A table did not come over as it was: nothing was kept. */
export class NotTheSame extends Error {
  override readonly name = 'NotTheSame';

  constructor(table: string) {
    super(`${table} did not come over as it was. Nothing was kept: the database from which was moved is as it was.`);
  }
}

/**
 * Copies everything from one database into an empty one: all or nothing, and every table compared afterwards, row by row, by digest.
 * Both are brought up to date first; the one that is read stays as it is. The queue does not go over: what is to be sent
 * stands in the tables, and is handed to the new queue by who calls. Gives how many rows. Throws {@link NotEmpty} or {@link NotTheSame}.
 */
export async function moveDatabase(
  from: Database,
  to: Database,
  onProgress: (progress: MoveProgress) => void = () => undefined,
): Promise<number> {
  await migrateToLatest(from);
  await migrateToLatest(to);
  return to.unhurried((target) =>
    target.transaction().execute(async (trx) => {
      if (await isInUse(trx)) throw new NotEmpty();
      const tables = inOrder(await tablesOf(trx), await needsOf(trx));
      // Migrations bring rows of their own, which come over too.
      await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))} cascade`.execute(trx);
      let rows = 0;
      for (const table of tables) rows += await copyTable(from.kysely, trx, table, onProgress);
      for (const table of tables) await continueNumbers(trx, table);
      return rows;
    }),
  );
}

const isInUse = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined;

/** Our own tables, without the notes of the migrations. */
async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely_%' order by 1`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

/** Which table refers to which. */
async function needsOf(db: Db): Promise<{ table: string; needs: string }[]> {
  const { rows } = await sql<{ table: string; needs: string }>`select a.relname as table, b.relname as needs
    from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
    where c.contype = 'f' and a.oid <> b.oid`.execute(db);
  return rows;
}

/** What is referred to comes first. */
function inOrder(tables: readonly string[], needs: readonly { table: string; needs: string }[]): string[] {
  const done: string[] = [];
  while (done.length < tables.length) {
    const next = tables.filter(
      (table) => !done.includes(table) && needs.every((one) => one.table !== table || done.includes(one.needs)),
    );
    if (next.length === 0) throw new Error('tables that refer to each other in a circle cannot be moved');
    done.push(...next);
  }
  return done;
}

async function copyTable(
  from: Db,
  to: Db,
  table: string,
  onProgress: (progress: MoveProgress) => void,
): Promise<number> {
  const columns = sql.join((await columnsOf(to, table)).map((column) => sql.ref(column)));
  const before = await digestOf(from, table);
  let done = 0;
  for (let after = '(0,0)'; ;) {
    const { rows } = await sql<{ at: string; row: unknown }>`select t.ctid::text as at, to_jsonb(t) as row
      from ${sql.table(table)} t where t.ctid > ${after}::tid order by t.ctid limit ${atOnce}`.execute(from);
    const last = rows.at(-1);
    if (last === undefined) break;
    await sql`insert into ${sql.table(table)} (${columns}) overriding system value
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.map(({ row }) => row))}::jsonb)`.execute(
      to,
    );
    done += rows.length;
    after = last.at;
    onProgress({ table, done, of: before.count });
  }
  const came = await digestOf(to, table);
  if (came.count !== before.count || came.digest !== before.digest) throw new NotTheSame(table);
  return done;
}

/** Those that are not worked out from others. */
async function columnsOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

async function digestOf(db: Db, table: string): Promise<{ count: number; digest: string | null }> {
  const { rows } = await sql<{ count: number; digest: string | null }>`select count(*)::integer as count,
    md5(string_agg(d, '' order by d collate "C")) as digest from (select md5(to_jsonb(t)::text) as d from ${sql.table(table)} t) all_rows`.execute(
    db,
  );
  return rows[0] ?? { count: 0, digest: null };
}

/** What the database numbers by itself goes on behind what came over. */
async function continueNumbers(db: Db, table: string): Promise<void> {
  const { rows } = await sql<{ name: string; sequence: string }>`select column_name as name,
    pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null`.execute(
    db,
  );
  for (const { name, sequence } of rows)
    await sql`select setval(${sequence}::regclass, coalesce(max(${sql.ref(name)}), 0) + 1, false) from ${sql.table(table)}`.execute(
      db,
    );
}
