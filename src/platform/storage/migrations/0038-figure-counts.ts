import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Figures are counted per day and kept up to date from what happens (docs/decisions/0030). What happened before is counted afterwards, in
 * slices: see storage/figures/count-up.ts.
 */
const statements = [
  /** What a number is about. Lines are never taken away: counts name them by their number. */
  `create table figure_line (
    id integer generated always as identity primary key,
    key text not null unique,
    tally text not null,
    cut text not null,
    by jsonb not null)`,
  `create index figure_line_tally on figure_line (tally, cut)`,
  /** \`until\`: counts only in periods that end by then. */
  `create table figure_count (
    line_id integer not null,
    day date not null,
    until date not null,
    value integer not null,
    count integer not null,
    primary key (line_id, day, until, value))`,
  /** What each trail has added, so that it can be taken off again; it goes with its trail, the counts stay. */
  `create table figure_trail (
    trail_id uuid primary key references trail on delete cascade,
    upto bigint not null,
    version integer not null,
    again_at timestamptz,
    amounts integer[] not null)`,
  `create index figure_trail_again on figure_trail (again_at) where again_at is not null`,
  /** How far the timeline was counted: one row, once the counting has begun. */
  `create table figure_progress (
    one boolean primary key default true check (one),
    version integer not null,
    upto bigint not null,
    safe bigint not null,
    seen bigint,
    seen_before bigint,
    seen_at timestamptz,
    turn bigint not null)`,
  `create index timeline_seq on timeline (seq)`,
];

export const figureCounts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
