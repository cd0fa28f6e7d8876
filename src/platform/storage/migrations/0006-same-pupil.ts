import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Keyed digests by which a pupil is known again under another spelling: the whole name without its spaces (word 0), and
 * how each word sounds. What stands in `case_file` already is marked by the program at start: only it has the keys.
 */
const statements = [
  `create table pupil_mark (
    referral_id uuid not null references referral on delete cascade deferrable initially deferred,
    trail_id uuid not null references trail,
    clb_id uuid not null, word integer not null, digest text not null, primary key (referral_id, word, digest))`,
  `create index pupil_mark_digest on pupil_mark (clb_id, digest)`,
  `create index pupil_mark_trail on pupil_mark (trail_id)`,
];

export const samePupil: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
