import { sql, type Kysely, type Transaction } from 'kysely';
import type { RoundTableFacts } from '../../../contracts/round-table.js';
import type { RoundTableId } from '../../../domain/ids.js';
import type { Organiser, RoundTable } from '../../../domain/round-table/round-table.js';
import type { Json } from '../rows/from-json.js';
import { jsonb } from '../rows/json.js';
import type { Schema } from '../rows/schema.js';
import { loadCase } from './load-case.js';
import { asRoundTables, roundTablesJson } from './round-table-rows.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** A round table as its row holds it. */
export const roundTableRow = (table: RoundTable) => ({
  ...table,
  appointment: table.appointment === null ? null : jsonb<unknown>(table.appointment),
});

/** A round table with its referral and everybody in it; null when there is none. */
export async function loadRoundTable(db: Db, id: RoundTableId): Promise<RoundTableFacts | null> {
  const row = await db.selectFrom('roundTable').select('referralId').where('id', '=', id).executeTakeFirst();
  const facts = row === undefined ? null : await loadCase(db, row.referralId);
  const table = facts?.roundTables.find((one) => one.id === id);
  return facts === null || table === undefined ? null : { ...facts, table };
}

/** The round tables of a referral, oldest first, and who organises them at its provider (R10). One statement. */
export async function roundTablesOf(
  db: Db,
  referral: { readonly id: string; readonly providerId: string | null },
): Promise<{ readonly tables: readonly RoundTable[]; readonly organiser: Organiser }> {
  const { rows } = await sql<{ tables: readonly Json[]; organiser: Organiser | null }>`
    select ${roundTablesJson(sql`${referral.id}::uuid`)} as tables,
      (select o.round_table_by from organisation o where o.id = ${referral.providerId}::uuid) as organiser`.execute(db);
  return { tables: asRoundTables(rows[0]?.tables ?? []), organiser: rows[0]?.organiser ?? 'provider' };
}
