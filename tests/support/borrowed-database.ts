import { sql } from 'kysely';
import type { Database, Engine } from '../../src/platform/storage/connection.js';
import { atEndOfProcess } from './at-end-of-file.js';

interface Kept {
  readonly database: Database;
  /** How many tables and rules there are: a test may have added some. */
  readonly made: number;
}

/** Databases of this process that nobody uses now. */
const idle: Record<Engine, Kept[]> = { embedded: [], postgresql: [] };

/**
 * A migrated, empty database, used by one test after the other: to make one is most of what a small file takes.
 * Closing it gives it back; a test that left other tables than it found gets rid of it instead.
 */
export async function borrowedDatabase(engine: Engine, make: () => Promise<Database>): Promise<Database> {
  const kept = idle[engine].pop() ?? (await newlyMade(make));
  await forget(kept.database);
  return lent(kept);
}

/** As its borrower has it; a second close does nothing, as always. */
function lent(kept: Kept): Database {
  let back: Promise<void> | null = null;
  return { ...kept.database, close: () => (back ??= giveBack(kept)) };
}

async function giveBack({ database, made }: Kept): Promise<void> {
  if ((await madeIn(database)) === made) idle[database.engine].push({ database, made });
  else await database.close();
}

async function newlyMade(make: () => Promise<Database>): Promise<Kept> {
  const database = await make();
  // An open engine keeps its process alive.
  atEndOfProcess(() => database.close());
  return { database, made: await madeIn(database) };
}

async function madeIn({ kysely }: Database): Promise<number> {
  const { rows } = await sql<{ made: number }>`
    select (select count(*) from pg_class where relnamespace = 'public'::regnamespace)
      + (select count(*) from pg_constraint where connamespace = 'public'::regnamespace) as made`.execute(kysely);
  return Number(rows[0]?.made);
}

/**
 * Empties all tables, the queue's too, which then knows of no rhythm that it missed. Not by truncating: that makes some
 * hundred files anew, and costs ten times as much. Tables that never held a row have no size, and are left.
 */
export async function forget({ kysely }: Database): Promise<void> {
  await kysely.connection().execute(async (session) => {
    await makeForgetting(session);
    await sql`select pg_temp.forget()`.execute(session);
  });
}

/** A function of the session: a statement of its own would make the engine forget its plans each time. */
async function makeForgetting(kysely: Database['kysely']): Promise<void> {
  const { rows } = await sql<{ made: string | null }>`select to_regproc('pg_temp.forget')::text as made`.execute(
    kysely,
  );
  if (rows[0]?.made) return;
  await sql`create function pg_temp.forget() returns void language plpgsql as $$
    declare name regclass;
    begin
      set local session_replication_role = replica;
      for name in
        select oid from pg_class
        where relkind = 'r' and pg_relation_size(oid) > 0 and (
          (relnamespace = 'public'::regnamespace and relname not like 'kysely%')
          or (relnamespace = 'pgboss'::regnamespace and relname not in ('version', 'queue')))
      loop
        execute format('delete from %s', name);
      end loop;
      update pgboss.version set cron_on = null, bam_on = null, flow_on = null
        where cron_on is not null or bam_on is not null or flow_on is not null;
    end $$`.execute(kysely);
}
