import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table meeting (
    id uuid primary key, school_year text not null, number integer not null, starts_at timestamptz not null,
    ends_at timestamptz not null, place text not null, url text, state text not null, sequence integer not null,
    changed_at timestamptz not null, reminded jsonb not null default '[]', version integer not null)`,
  `create index meeting_starts on meeting (starts_at)`,
  `create unique index meeting_number on meeting (school_year, number) where state <> 'cancelled'`,
  `create table signal (
    id uuid primary key, reference text not null unique, kind text not null, text text not null, region text not null,
    age_group text not null, state text not null, referral_id uuid references referral on delete set null, person_id uuid,
    organisation_id uuid, rule text unique, counts jsonb, merged_into uuid references signal, meeting_id uuid references meeting,
    delivered_to text, answer text, decision_id uuid, closed_because text, created_at timestamptz not null, updated_at timestamptz not null,
    search_text text not null, version integer not null)`,
  `create index signal_state on signal (state, created_at)`,
  `create index signal_slips on signal using gin (search_text gin_trgm_ops)`,
  `create table signal_counter (year integer primary key, last integer not null)`,
  `create table vote (subject_id uuid not null, person_id uuid not null, primary key (subject_id, person_id))`,
  `create table agenda_item (
    id uuid primary key, meeting_id uuid references meeting, kind text not null, text text not null,
    signal_id uuid references signal, decision_id uuid, person_id uuid, organisation_id uuid, notes text,
    state text not null, created_at timestamptz not null, version integer not null)`,
  `create index agenda_item_meeting on agenda_item (meeting_id)`,
  `create unique index agenda_item_decision on agenda_item (meeting_id, decision_id)
    where decision_id is not null and state <> 'dropped'`,
  `create table participant (
    id uuid primary key, meeting_id uuid not null references meeting, person_id uuid, name text not null,
    organisation text not null, guest boolean not null, answer text, attended boolean, invited_by uuid,
    version integer not null, unique (meeting_id, person_id))`,
  `create table decision (
    id uuid primary key, meeting_id uuid not null references meeting, agenda_item_id uuid, text text not null, owner_id uuid,
    owner_name text not null, due_on date, state text not null, report text, created_at timestamptz not null,
    version integer not null)`,
  `create index decision_state on decision (state, due_on)`,
  `create table survey (
    id uuid primary key, school_year text not null unique, opens_on date not null, closes_on date not null,
    state text not null, opened_at timestamptz not null, version integer not null)`,
  `create table survey_person (
    id uuid primary key, survey_id uuid not null references survey, person_id uuid not null, clb_id uuid not null,
    answered boolean not null, version integer not null, unique (survey_id, person_id))`,
  `create table survey_answer (
    id uuid primary key, survey_id uuid not null references survey, answers jsonb not null)`,
  `create index survey_answer_survey on survey_answer (survey_id)`,
];

/** A survey's answers have no person and no moment: they cannot be led back to anybody. */
export const workingGroup: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
