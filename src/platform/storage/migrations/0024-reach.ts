import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When a worker wants to read what the bot says by itself. Who never chose goes on hearing everything at once. */
export const reach: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table worker add column reach text not null default 'at-once'
      check (reach in ('at-once', 'working-hours', '08:30', '12:00', '16:00'))`.execute(db);
  },
};
