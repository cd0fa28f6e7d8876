import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether the waiting list of a service still holds, as its provider was asked and answered. */
export const serviceList: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table service_list (
      service_id uuid primary key references service (id) on delete cascade, list_check jsonb not null)`.execute(db);
  },
};
