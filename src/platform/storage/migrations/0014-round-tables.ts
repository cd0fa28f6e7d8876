import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Round tables (R10, R15), each with exactly what its state knows. Those of places that were given before come with the first nightly run. */
export const roundTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table round_table (
      id uuid primary key,
      referral_id uuid not null references referral on delete cascade deferrable initially deferred,
      trail_id uuid not null references trail,
      clb_id uuid not null references organisation,
      referrer_id uuid not null references person,
      provider_id uuid not null references organisation,
      service_id uuid not null references service,
      kind text not null check (kind in ('start', 'interim', 'closing')),
      organiser text not null check (organiser in ('clb', 'provider')),
      state text not null check (state in ('to-plan', 'planned', 'held', 'dropped')),
      plan_by timestamptz,
      appointment jsonb,
      wanted_at timestamptz not null,
      since timestamptz not null,
      nudges integer not null,
      version integer not null,
      constraint round_table_to_plan check ((state = 'to-plan') = (plan_by is not null)),
      constraint round_table_planned check (state not in ('planned', 'held') or appointment is not null))`.execute(db);
    await sql`create index round_table_referral on round_table (referral_id, wanted_at)`.execute(db);
  },
};
