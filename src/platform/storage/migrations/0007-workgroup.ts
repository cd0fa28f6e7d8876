import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Signals are numbered after the last one that was stored: a counter also counted those that were not. */
export const numbersOfSignals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`drop table signal_counter`.execute(db);
  },
};
