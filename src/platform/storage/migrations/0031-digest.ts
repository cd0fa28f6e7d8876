import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was kept for somebody can be told together on one card; and one may want at once only what stands on one's own name. */
export const digest: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table message add column gathered_in text`.execute(db);
    await sql`create index message_gathered on message (gathered_in) where gathered_in is not null`.execute(db);
    await sql`create index message_held on message (person_id) where state = 'held'`.execute(db);
    await sql`alter table worker drop constraint worker_reach_check`.execute(db);
    await sql`alter table worker add constraint worker_reach_check
      check (reach in ('at-once', 'only-mine', 'working-hours', '08:30', '12:00', '16:00'))`.execute(db);
  },
};
