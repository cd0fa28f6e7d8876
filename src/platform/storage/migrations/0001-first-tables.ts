import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table organisation (
    id uuid primary key, kind text not null, name text not null, language text not null, municipality text,
    round_table_by text not null, coordinator_id uuid, phone text, email text, version integer not null)`,
  `create table service (
    id uuid primary key, organisation_id uuid not null references organisation, name text not null,
    regions text[] not null, minimum_age integer, maximum_age integer, school_forms text[] not null,
    from_first_secondary boolean not null, full_until date, wait_weeks integer, active boolean not null, version integer not null)`,
  `create index service_organisation on service (organisation_id)`,
  `create table person (
    id uuid primary key, tenant_id text not null, aad_object_id text not null, teams_id text not null, name text not null,
    language text not null, personal_conversation_id text, service_url text, unique (tenant_id, aad_object_id))`,
  `create table place (
    id uuid primary key, organisation_id uuid not null references organisation, tenant_id text not null,
    conversation_id text not null, service_url text not null, scope text not null, team_id text, name text, state text not null,
    linked_by uuid not null references person, linked_at timestamptz not null, roster_checked_at timestamptz,
    version integer not null, unique (tenant_id, conversation_id))`,
  `create index place_organisation on place (organisation_id)`,
  `create table membership (
    person_id uuid not null references person, place_id uuid not null references place, checked_at timestamptz not null,
    primary key (person_id, place_id))`,
  `create index membership_place on membership (place_id)`,
  `create table link_code (
    id uuid primary key, organisation_id uuid not null references organisation, digest text not null unique,
    created_by uuid, expires_at timestamptz not null, used_at timestamptz, version integer not null)`,
  `create table link_attempt (id uuid primary key, person_id uuid not null references person, at timestamptz not null)`,
  `create index link_attempt_person on link_attempt (person_id, at)`,
  `create table trail (
    id uuid primary key, first_registered_at timestamptz, created_at timestamptz not null, wrapped_key text, version integer not null)`,
  `create table draft (
    id uuid primary key, trail_id uuid not null references trail, person_id uuid not null references person,
    clb_id uuid not null references organisation, step text not null, tried text[] not null, sealed text not null,
    state text not null, referral_id uuid, follows uuid, created_at timestamptz not null, updated_at timestamptz not null,
    version integer not null)`,
  `create index draft_person on draft (person_id, state)`,
  `create index draft_age on draft (state, updated_at)`,
  `create table referral (
    id uuid primary key, reference text not null unique, trail_id uuid not null references trail, draft_id uuid not null,
    clb_id uuid not null references organisation, referrer_id uuid not null references person,
    provider_id uuid references organisation, service_id uuid references service, state text not null, target text not null,
    age_band text, school_form text, region text not null, region_because text[] not null, source text not null,
    enrolment text not null, problem_domains text[] not null, efforts text[] not null, presence text,
    wanted_forms text[] not null, urgency text not null, group_size integer, first_registered_at timestamptz not null,
    registered_at timestamptz not null, deliver_at timestamptz, delivered_at timestamptz, contact_by timestamptz,
    contacted_at timestamptz, contacted_by uuid, answered_at timestamptz, answered_by uuid, expected_start_on date,
    no_match_reason text, withdraw_reason text, undo jsonb, closed_at timestamptz, version integer not null)`,
  `create index referral_clb on referral (clb_id, state, registered_at desc)`,
  `create index referral_referrer on referral (referrer_id, registered_at desc)`,
  `create index referral_provider on referral (provider_id, state, registered_at desc)`,
  `create index referral_service on referral (service_id, state, first_registered_at)`,
  `create index referral_trail on referral (trail_id)`,
  `create unique index referral_draft on referral (draft_id)`,
  `create table case_file (
    referral_id uuid primary key references referral on delete cascade, trail_id uuid not null references trail, sealed text not null)`,
  `create table blind_index (
    referral_id uuid primary key references referral on delete cascade, trail_id uuid not null references trail,
    clb_id uuid not null, digest text not null)`,
  `create index blind_index_digest on blind_index (clb_id, digest)`,
  `create table event (
    id uuid primary key, referral_id uuid not null references referral on delete cascade, name text not null,
    at timestamptz not null, person_id uuid, organisation_id uuid, data jsonb not null)`,
  `create index event_referral on event (referral_id, at)`,
  `create table message (
    id uuid primary key, key text not null unique, view text not null, params jsonb not null,
    place_id uuid references place, organisation_id uuid references organisation, person_id uuid references person,
    tenant_id text, conversation_id text, service_url text, thread_id text, under_key text, mention_id uuid,
    seq bigserial not null, activity_id text, wanted_revision integer not null, sent_revision integer not null,
    state text not null, reason text, attempted boolean not null, created_at timestamptz not null, sent_at timestamptz,
    failed_at timestamptz)`,
  `create index message_waiting on message (state, seq) where state <> 'sent'`,
  `create index message_under on message (under_key) where state = 'due'`,
  `create index message_organisation on message (organisation_id) where state <> 'sent'`,
  `create table due (key text primary key, job text not null, subject jsonb not null, at timestamptz not null)`,
  `create index due_at on due (at)`,
  `create table audit (
    id uuid primary key, at timestamptz not null, person_id uuid, organisation_id uuid, action text not null,
    outcome text not null, subject jsonb not null)`,
  `create index audit_at on audit (at)`,
  `create table read_log (
    id uuid primary key, at timestamptz not null, person_id uuid not null, organisation_id uuid, referral_id uuid not null,
    what text not null)`,
  `create index read_log_referral on read_log (referral_id, at)`,
  `create table setting (key text primary key, value jsonb not null)`,
  `create table reference_counter (year integer primary key, last integer not null)`,
];

export const firstTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
