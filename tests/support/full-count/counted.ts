import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Count } from '../../../src/domain/figures/index.js';
import type { Schema } from '../../../src/platform/storage/rows/schema.js';

export type Db = Kysely<Schema> | Transaction<Schema>;

/** The instants between which events are counted: `from` included, `until` not. It may go on after `now`. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
  readonly now: Date;
}

/** A figure: one question to the history. */
export type CountQuery = (db: Db, span: Span) => Promise<Count[]>;

/** Runs a query whose rows hold a `count` and codes; the codes become what is counted by. */
export async function counted(db: Db, query: RawBuilder<Record<string, unknown>>): Promise<Count[]> {
  const { rows } = await query.execute(db);
  return rows
    .map(({ count, ...by }) => ({
      by: Object.fromEntries(Object.entries(by).map(([name, value]) => [name, String(value)])),
      count: Number(count),
    }))
    .sort((a, b) => (JSON.stringify(a.by) < JSON.stringify(b.by) ? -1 : 1));
}

/** The age group of referral `r`; the two oldest bands are one group, and a class or a school has no age (R3). */
export const ageGroup = sql`case when r.age_band in ('16-17', '18-plus') then '16-plus' else coalesce(r.age_band, 'no-age') end`;

/** Whether event `e` happened in the period. */
export const inSpan = ({ from, until }: Span): RawBuilder<unknown> => sql`e.at >= ${from} and e.at < ${until}`;

/** Event `e` is the first sending of a referral: one that was called back and sent again counts once. */
export const isRegistration = sql`e.name = 'registered' and coalesce(e.data->>'again', 'false') <> 'true'`;
