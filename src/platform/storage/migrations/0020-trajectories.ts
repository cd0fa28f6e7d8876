import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Trajectories (R13, R15), each with exactly what its state knows, and the state of a referral whose trajectory has ended. Those of
 * places that were given before come with the first nightly run.
 */
export const trajectories: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table trajectory (
      id uuid primary key,
      referral_id uuid not null references referral on delete cascade deferrable initially deferred,
      trail_id uuid not null references trail,
      clb_id uuid not null references organisation,
      referrer_id uuid not null references person,
      provider_id uuid not null references organisation,
      service_id uuid not null references service,
      state text not null,
      next_by timestamptz,
      started_on date,
      started_at timestamptz,
      closed_on date,
      outcome text,
      handover text,
      wanted_at timestamptz not null,
      since timestamptz not null,
      nudges integer not null,
      version integer not null,
      constraint trajectory_outcomes check (outcome in ('back-soon', 'back-later', 'right-to-learn', 're-entry', 'warm-handover', 'ended-early')),
      constraint trajectory_handovers check (handover in ('school', 'clb', 'other-project', 'day-programme', 'family-support', 'mental-health', 'welfare', 'work', 'other')),
      constraint trajectory_handed_over check ((outcome = 'warm-handover') is not true or handover is not null),
      constraint trajectory_states check (state in ('awaited', 'started', 'paused', 'closed', 'dropped')),
      constraint trajectory_awaited check (state <> 'awaited' or (next_by is not null and started_on is null and started_at is null and closed_on is null and outcome is null and handover is null)),
      constraint trajectory_started check (state <> 'started' or (next_by is not null and started_on is not null and started_at is not null and closed_on is null and outcome is null and handover is null)),
      constraint trajectory_paused check (state <> 'paused' or (next_by is not null and started_on is not null and started_at is not null and closed_on is null and outcome is null and handover is null)),
      constraint trajectory_closed check (state <> 'closed' or (next_by is null and started_on is not null and started_at is not null and closed_on is not null and outcome is not null)),
      constraint trajectory_dropped check (state <> 'dropped' or (next_by is null and closed_on is null and outcome is null and handover is null)))`.execute(
      db,
    );
    await sql`create index trajectory_referral on trajectory (referral_id, wanted_at)`.execute(db);
    await sql`alter table referral drop constraint referral_states`.execute(db);
    await sql`alter table referral add constraint referral_states check (state in ('registered', 'recalled', 'held', 'dispatched', 'to-phone', 'delivered', 'contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'place-free', 'full', 'no-match', 'completed', 'withdrawn'))`.execute(
      db,
    );
    await sql`alter table referral add constraint referral_completed
      check (state <> 'completed' or (deliver_at is null and reminded is null and reminded_at is null and answered_at is not null and answered_by is not null and no_match_reason is null and withdraw_reason is null and closed_at is not null))`.execute(
      db,
    );
  },
};
