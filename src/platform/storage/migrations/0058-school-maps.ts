import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table school_map (
    id uuid primary key, trail_id uuid not null references trail, organisation_id uuid not null references organisation,
    name text not null, region text not null check (region in ('VBO', 'AHV')), seeks text[] not null, asked_for jsonb not null,
    checked_on date not null, asked_on date, created_at timestamptz not null, sealed text, version integer not null)`,
  `create index school_map_organisation on school_map (organisation_id)`,
  `create index school_map_checked on school_map (checked_on)`,
  `create table map_entry (
    id uuid primary key, map_id uuid not null references school_map on delete cascade,
    line_id uuid not null references help_line on delete cascade, since_year integer, is_agreed boolean not null,
    told_at timestamptz not null, state text not null check (state in ('shown', 'removed')), sealed text,
    version integer not null, check (sealed is null or is_agreed))`,
  `create index map_entry_map on map_entry (map_id)`,
  `create index map_entry_line on map_entry (line_id)`,
];

/** The schools' own maps of help: nobody's contact stands there who did not agree. */
export const schoolMaps: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
