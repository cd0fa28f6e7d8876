import { sql, type Kysely, type Transaction } from 'kysely';
import { defaultSettings, type Settings } from '../../domain/settings.js';
import type { Schema } from './rows/schema.js';

/** The desk's settings: what is stored, over the defaults. */
export const settingsFrom = (stored: Readonly<Record<string, unknown>>): Settings => ({
  ...defaultSettings,
  ...stored,
  // One term that was set leaves the others as they are.
  keptDays: { ...defaultSettings.keptDays, ...(stored['keptDays'] as Partial<Settings['keptDays']> | undefined) },
});

/** After an upgrade the next run over all cases makes what the new version wants: it is the first of that version. */
export async function awaitFirstRun(db: Kysely<Schema>): Promise<void> {
  await db
    .updateTable('setting')
    .set({ value: sql`value || '{"by": ""}'` })
    .where('key', '=', 'reconciled')
    .execute();
}

/** The desk's settings as stored, over the defaults. */
export async function readSettings(db: Kysely<Schema> | Transaction<Schema>): Promise<Settings> {
  const rows = await db.selectFrom('setting').selectAll().execute();
  return settingsFrom(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}
