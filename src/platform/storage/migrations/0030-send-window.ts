import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When something was sent to a conversation and in a tenant, so that several processes keep Teams' limits together. Worth nothing after a crash. */
const statements = [
  `create unlogged table send_window (
    key text primary key, used jsonb, used_at timestamptz not null default now()) with (fillfactor = 50)`,
  `create index send_window_used_at on send_window (used_at)`,
];

export const sendWindow: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
