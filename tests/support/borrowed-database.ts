import { sql } from 'kysely';
import type { Database } from '../../src/platform/storage/connection.js';
import { atEndOfProcess } from './at-end-of-file.js';
import { freshDatabase } from './database.js';

/** Databases of this process that nobody uses now. */
const idle: Database[] = [];

/**
 * An empty embedded database, made for this process once and used by one test file after the other: to make one is most
 * of what a small file takes. Give it back at the end.
 */
export async function borrowedDatabase(): Promise<Database> {
  const database = idle.pop();
  if (database === undefined) return newDatabase();
  await forget(database);
  return database;
}

/** An open engine keeps its process alive. */
async function newDatabase(): Promise<Database> {
  const database = await freshDatabase('embedded');
  atEndOfProcess(() => database.close());
  return database;
}

/** Whoever borrows it next begins with an empty one. */
export function giveBack(database: Database): void {
  idle.push(database);
}

/** Empties all our tables. Not by truncating: that makes some hundred files anew, and costs ten times as much. */
export async function forget(database: Database): Promise<void> {
  await sql`do $$
    declare name regclass;
    begin
      set local session_replication_role = replica;
      for name in
        select oid from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'
      loop
        execute format('delete from %s', name);
      end loop;
    end $$`.execute(database.kysely);
}
