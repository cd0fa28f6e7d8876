import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Questions before referring, each with exactly what its state knows. Codes only: what was typed stands sealed in the timeline. */
export const inquiries: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table inquiry (
      id uuid primary key,
      trail_id uuid not null references trail,
      clb_id uuid not null references organisation,
      asker_id uuid not null references person,
      provider_id uuid references organisation,
      service_id uuid references service,
      age_band text not null,
      school_form text not null,
      region text not null,
      problem_domains text[] not null,
      wanted_forms text[] not null,
      urgency text not null,
      state text not null,
      next_by timestamptz,
      answer text,
      reason text,
      answered_by uuid references person,
      draft_id uuid,
      asked_at timestamptz not null,
      since timestamptz not null,
      reached boolean not null,
      nudges integer not null,
      answers integer not null,
      erased boolean not null,
      version integer not null,
      constraint inquiry_addressee check ((provider_id is null) = (service_id is null)),
      constraint inquiry_states check (state in ('asked', 'answered', 'referred', 'withdrawn', 'lapsed')),
      constraint inquiry_answers check (answer in ('fits', 'maybe', 'misfit', 'words')),
      constraint inquiry_reason check (reason is null or answer = 'misfit'),
      constraint inquiry_asked check (state <> 'asked' or (answer is null and reason is null and answered_by is null)),
      constraint inquiry_answered check (state <> 'answered' or answer is not null),
      constraint inquiry_live check ((state in ('asked', 'answered')) = (next_by is not null)),
      constraint inquiry_referred check ((state = 'referred') = (draft_id is not null)))`.execute(db);
    await sql`create index inquiry_clb on inquiry (clb_id, asked_at) where state in ('asked', 'answered')`.execute(db);
    await sql`create index inquiry_provider on inquiry (provider_id, asked_at) where state in ('asked', 'answered')`.execute(
      db,
    );
  },
};
