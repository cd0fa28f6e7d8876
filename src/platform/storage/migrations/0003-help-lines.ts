import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * `search_text` is made by the program: folded words (no capitals, no accents) of everything a line is found by.
 * Trigrams (pg_trgm, a trusted extension that PostgreSQL and the embedded engine both carry) find it through a typing slip.
 */
const statements = [
  `create extension if not exists pg_trgm`,
  `create table help_organisation (
    id uuid primary key, name text not null, description text, email text, website text, "foreign" jsonb,
    version integer not null)`,
  `create table help_line (
    id uuid primary key, organisation_id uuid not null references help_organisation, kind text, name text not null,
    description text, phone text, email text, website text, address jsonb, weekly_hours jsonb, hours_note text,
    minimum_age integer, maximum_age integer, how_to_refer text, eligibility text, alert text, languages text[] not null,
    regions text[] not null, municipalities text[] not null, status text not null, keeper_id uuid,
    keeper_organisation_id uuid, assured_on date, asked_on date, "foreign" jsonb, created_at timestamptz not null,
    updated_at timestamptz not null, search_text text not null, version integer not null)`,
  `create index help_line_words on help_line using gin (to_tsvector('simple', search_text))`,
  `create index help_line_slips on help_line using gin (search_text gin_trgm_ops)`,
  `create index help_line_organisation on help_line (organisation_id)`,
  `create index help_line_keeper on help_line (keeper_id)`,
  `create table line_change (
    id uuid primary key, line_id uuid not null references help_line on delete cascade, what text not null,
    at timestamptz not null, person_id uuid, organisation_id uuid, before jsonb not null, after jsonb not null, undoes uuid,
    seq bigserial not null)`,
  `create index line_change_line on line_change (line_id, seq)`,
  `create table line_report (
    id uuid primary key, line_id uuid not null references help_line on delete cascade, reason text not null, note text,
    person_id uuid not null, organisation_id uuid, at timestamptz not null, state text not null, answer text,
    answered_by uuid, answered_at timestamptz, version integer not null)`,
  `create index line_report_line on line_report (line_id, at)`,
  `create table line_import (
    id uuid primary key, person_id uuid not null, at timestamptz not null, file_name text not null, document jsonb not null,
    state text not null, version integer not null)`,
];

export const helpLines: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
