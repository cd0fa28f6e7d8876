import { sql, type Transaction } from 'kysely';
import { keyOfLine, type Line } from '../../../domain/figures/counting/index.js';
import { jsonb } from '../rows/json.js';
import type { Schema } from '../rows/schema.js';
import type { Db } from './progress.js';

/** Under which numbers lines are counted; those that were looked up are remembered for the next slice. */
export type LineNumbers = Map<string, number>;

/** The numbers of these lines; a line that was never counted gets one. */
export async function numbersFor(
  trx: Transaction<Schema>,
  known: ReadonlyMap<string, number>,
  lines: Iterable<Line>,
): Promise<LineNumbers> {
  const wanted = new Map([...lines].map((line) => [keyOfLine(line), line]));
  const found: LineNumbers = new Map();
  for (const key of wanted.keys()) {
    const number = known.get(key);
    if (number !== undefined) found.set(key, number);
  }
  const missing = [...wanted].filter(([key]) => !found.has(key));
  if (missing.length === 0) return found;
  await trx
    .insertInto('figureLine')
    .values(missing.map(([key, { tally, cut, by }]) => ({ key, tally, cut, by: jsonb<unknown>(by) })))
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
  const rows = await trx
    .selectFrom('figureLine')
    .select(['id', 'key'])
    .where(sql<boolean>`key = any(${missing.map(([key]) => key)})`)
    .execute();
  for (const { id, key } of rows) found.set(key, id);
  return found;
}

/** The lines behind these numbers. */
export async function linesBehind(db: Db, numbers: Iterable<number>): Promise<Map<number, Line>> {
  const rows = await db
    .selectFrom('figureLine')
    .select(['id', 'tally', 'cut', 'by'])
    .where(sql<boolean>`id = any(${[...new Set(numbers)]}::integer[])`)
    .execute();
  return new Map(rows.map(({ id, tally, cut, by }) => [id, { tally, cut, by: by as Line['by'] }]));
}
