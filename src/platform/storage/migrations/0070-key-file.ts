import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The key of a trail stands in a file of its own, in a slot: a table keeps what it held in its files, its log and every backup.
 * What still stands under a key in this table is moved at the next start. What was erased stays noted, until its key is
 * overwritten and after: a restored backup is erased again.
 */
const statements = [
  `create sequence trail_key_slot`,
  `alter table trail add column key_slot bigint`,
  `alter sequence trail_key_slot owned by trail.key_slot`,
  `create index trail_to_move on trail (id) where wrapped_key is not null`,
  `create index trail_kept on trail (created_at) where key_slot is not null`,
  `create index draft_trail on draft (trail_id)`,
  `create index case_file_trail on case_file (trail_id)`,
  `create index round_table_trail on round_table (trail_id)`,
  `alter table key_check drop constraint key_check_name_check`,
  `alter table key_check add check (name in ('data', 'index', 'file'))`,
  `create table erasure (
    trail_id uuid primary key, key_slot bigint, at timestamptz not null, destroyed_at timestamptz)`,
  `create index erasure_to_destroy on erasure (trail_id) where destroyed_at is null`,
];

export const keyFile: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
