import { sql, type Transaction } from 'kysely';
import type { Schema } from '../../src/platform/storage/rows/schema.js';
import { asColumn } from './templates.js';

/** Tables whose rows have an id that nothing refers to: the database makes it. */
const ownId: ReadonlySet<string> = new Set(['timeline', 'message', 'audit']);

/** The order in which tables are filled: what is referred to first. */
export const tableOrder = [
  'organisation',
  'person',
  'service',
  'channel',
  'membership',
  'trail',
  'draft',
  'referral',
  'roundTable',
  'trajectory',
  'caseFile',
  'pupilMark',
  'timeline',
  'message',
  'due',
  'audit',
] as const satisfies readonly (keyof Schema)[];

/**
 * Puts rows, each the text of a JSON object, into one table by one statement; PostgreSQL reads the values as its columns ask.
 * A message that many referrals share (the waiting list of a service) is stored once.
 */
export async function insertRows(
  trx: Transaction<Schema>,
  table: keyof Schema,
  columns: readonly string[],
  rows: readonly string[],
): Promise<void> {
  const into = sql.table(asColumn(table));
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const [idName, idValue] = ownId.has(table) ? [sql`id, `, sql`gen_random_uuid(), `] : [sql``, sql``];
  await sql`insert into ${into} (${idName}${names}) select ${idValue}${names}
    from jsonb_populate_recordset(null::${into}, ${`[${rows.join(',')}]`}::jsonb)
    ${table === 'message' ? sql`on conflict (key) do nothing` : sql``}`.execute(trx);
}
