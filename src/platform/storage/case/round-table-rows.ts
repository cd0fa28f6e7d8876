import { sql, type RawBuilder } from 'kysely';
import { parseRoundTable, type RoundTable } from '../../../domain/round-table/round-table.js';
import { fromJson, type Json } from '../rows/from-json.js';

/**
 * Whom the CLB's thread mentions: who has the referral on his or her name now, also when it was handed over since what hangs on it was made.
 */
export const presentReferrer = (of: 'rt' | 'tj'): RawBuilder<Json> =>
  sql<Json>`jsonb_build_object('referrer_id', (select h.referrer_id from referral h where h.id = ${sql.ref(`${of}.referral_id`)}))`;

/** The round tables of a referral as JSON, oldest first; `referral` is its id. */
export const roundTablesJson = (referral: RawBuilder<unknown>): RawBuilder<readonly Json[]> => sql<readonly Json[]>`(
  select coalesce(jsonb_agg(to_jsonb(rt) || ${presentReferrer('rt')} order by rt.wanted_at, rt.id), '[]') from round_table rt
  where rt.referral_id = ${referral})`;

/** Those rows, checked. */
export const asRoundTables = (rows: readonly Json[]): RoundTable[] => rows.map((row) => parseRoundTable(fromJson(row)));
