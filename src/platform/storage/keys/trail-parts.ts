import { sql, type RawBuilder } from 'kysely';

/** Something that stands on its own in SQL: the id of a trail, or a column with one. */
type Sql = RawBuilder<unknown>;
/** A condition over the row `x`. */
type Condition = RawBuilder<boolean>;

/** Something that hangs on a trail, in a table of its own. */
export interface TrailPart {
  readonly table: string;
  /** The columns by which one row is known. */
  readonly id: readonly string[];
  /** Which rows `x` are of this trail. */
  of(trail: Sql): Condition;
  /** The column with what is sealed under the key of the trail; null: it holds nothing sealed. */
  readonly sealed: string | null;
  /** Rows `x` that keep the trail from being over: what runs, or ended since then (null: whenever). Null: it keeps nothing. */
  readonly runs: ((before: Date | null) => Condition) | null;
  /**
   * What happens to it when the trail is erased: its rows go (`row`), what is sealed goes and codes and dates stay (`sealed`), or it
   * stays as it is (`nothing`). The key is destroyed in any case.
   */
  readonly erased: 'row' | 'sealed' | 'nothing';
}

const ofTrail = (trail: Sql): Condition => sql<boolean>`x.trail_id = ${trail}`;

/** A table with the id of its trail, and with nothing sealed. */
const rows = (
  table: string,
  erased: TrailPart['erased'],
  runs: TrailPart['runs'] = null,
  id: readonly string[] = ['id'],
): TrailPart => ({ table, id, of: ofTrail, sealed: null, runs, erased });

/** Until then it was not over; without an end, whatever is over is. */
const since = (before: Date | null): Condition => sql<boolean>`x.since >= coalesce(${before}::timestamptz, 'infinity')`;

/** What can have words typed with it in the timeline. */
const withTimeline = ['referral', 'inquiry', 'trajectory', 'round_table'] as const;

/**
 * What holds something sealed, by the name to which it is bound: `draft:…`, `entry:…`. Whoever adds a kind adds it here, and what
 * moves keys, erases, and finds what is over knows it. Nothing can be sealed for a row that is not here. In order: what is known by
 * another part stands before it.
 */
const sealedParts = {
  entry: {
    table: 'timeline',
    id: ['id'],
    of: (trail) =>
      sql<boolean>`x.subject_id in (${sql.join(
        withTimeline.map((table) => sql`select id from ${sql.table(table)} where trail_id = ${trail}`),
        sql` union all `,
      )})`,
    sealed: 'sealed',
    runs: null,
    erased: 'sealed',
  },
  contact: {
    table: 'map_entry',
    id: ['id'],
    of: (trail) => sql<boolean>`x.map_id in (select id from school_map where trail_id = ${trail})`,
    sealed: 'sealed',
    runs: null,
    erased: 'sealed',
  },
  map: { table: 'school_map', id: ['id'], of: ofTrail, sealed: 'sealed', runs: null, erased: 'sealed' },
  file: {
    table: 'case_file',
    id: ['referral_id', 'version'],
    of: ofTrail,
    sealed: 'sealed',
    runs: null,
    erased: 'row',
  },
  draft: {
    table: 'draft',
    id: ['id'],
    of: ofTrail,
    sealed: 'sealed',
    runs: () => sql<boolean>`x.state = 'open'`,
    erased: 'sealed',
  },
  hint: {
    table: 'trail',
    id: ['id'],
    of: (trail) => sql<boolean>`x.id = ${trail}`,
    sealed: 'hint',
    runs: null,
    erased: 'sealed',
  },
} as const satisfies Readonly<Record<string, TrailPart & { readonly sealed: string }>>;

export type SealedKind = keyof typeof sealedParts;
export const sealedKinds: Readonly<Record<SealedKind, TrailPart & { readonly sealed: string }>> = sealedParts;

/** The row that holds something sealed: it opens in that row only. */
export type SealedRow = `${SealedKind}:${string}`;

/** What else hangs on a trail. */
const otherParts: readonly TrailPart[] = [
  rows('blind_index', 'row', null, ['referral_id']),
  rows('pupil_mark', 'row', null, ['referral_id', 'word', 'digest']),
  rows('round_table', 'nothing'),
  rows('trajectory', 'nothing', (before) => sql<boolean>`(x.state not in ('closed', 'dropped') or ${since(before)})`),
  rows('inquiry', 'nothing', () => sql<boolean>`x.next_by is not null`),
  rows(
    'referral',
    'nothing',
    (before) => sql<boolean>`(x.state not in ('withdrawn', 'completed') and not x.referred_on or ${since(before)})`,
  ),
  rows('figure_trail', 'nothing', null, ['trail_id']),
];

/** Everything that hangs on a trail. */
export const trailParts: readonly TrailPart[] = [...Object.values(sealedKinds), ...otherParts];
