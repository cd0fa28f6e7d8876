import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether pupils are still at school after a trajectory: how far it was asked, and, apart from everybody, what was answered. */
export const stillAtSchool: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table trajectory add column still jsonb not null default '{"asked":null,"done":[]}'`.execute(db);
    await sql`create index timeline_trajectory on timeline (name, at) where subject = 'trajectory'`.execute(db);
    await sql`create table still_at_school (
      since date not null,
      region text not null,
      months integer not null,
      answer text not null,
      count integer not null,
      primary key (since, region, months, answer),
      constraint still_counted check (count > 0))`.execute(db);
  },
};
