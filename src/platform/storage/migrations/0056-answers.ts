import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table answer (
    id uuid primary key, question text not null, text text not null, asked text not null, act text not null,
    state text not null check (state in ('shown', 'withdrawn')), earlier jsonb not null, changed_at timestamptz not null,
    changed_by uuid not null references person, organisation_id uuid not null references organisation, version integer not null)`,
  `create table desk_question (
    id uuid primary key, text text not null, language text not null, person_id uuid not null references person,
    organisation_id uuid references organisation, conversation jsonb not null, at timestamptz not null,
    state text not null check (state in ('open', 'answered')), answer text, answered_by uuid references person,
    answered_at timestamptz, answer_id uuid, version integer not null,
    check ((state = 'answered') = (answer is not null and answered_by is not null and answered_at is not null)))`,
  `create index desk_question_open on desk_question (at) where state = 'open'`,
  `create index desk_question_person on desk_question (person_id) where state = 'open'`,
];

/** The questions people ask: what the desk wrote as an answer, and what somebody put to the desk. */
export const answers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
