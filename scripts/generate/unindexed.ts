import { sql } from 'kysely';
import type { Database } from '../../src/platform/storage/connection.js';

/** Indexes that hold no rule: they only make things quick. */
const indexes = sql<{ name: string; made: string }>`
  select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as made
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace and not i.indisunique
    and not exists (select 1 from pg_constraint k where k.conindid = c.oid)`;

/** References between tables. */
const references = sql<{ name: string; of: string; made: string }>`
  select quote_ident(conname) as name, conrelid::regclass::text as of, pg_get_constraintdef(oid) as made
  from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'`;

/**
 * Takes away the indexes and the references of an empty database, does the work and makes them again: to look after them row by row is most of
 * what filling it takes. References are then checked as a whole. When the work breaks off, so does everything: the database is to be thrown away.
 */
export async function unindexed<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const { kysely } = database;
  const [{ rows: known }, { rows: referring }] = [await indexes.execute(kysely), await references.execute(kysely)];
  const each = (statements: readonly string[]): Promise<void> =>
    database.unhurried(async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    });
  await each(referring.map(({ name, of }) => `alter table ${of} drop constraint ${name}`));
  await each(known.map(({ name }) => `drop index ${name}`));
  const result = await work();
  await each(known.map(({ made }) => made));
  await each(referring.map(({ name, of, made }) => `alter table ${of} add constraint ${name} ${made}`));
  return result;
}
