import type { Kysely, Transaction } from 'kysely';
import { defaultSettings, type Settings } from '../../domain/settings.js';
import type { Schema } from './rows/schema.js';

/** The desk's settings: what is stored, over the defaults. */
export const settingsFrom = (stored: Readonly<Record<string, unknown>>): Settings => ({
  ...defaultSettings,
  ...stored,
});

/** The desk's settings as stored, over the defaults. */
export async function readSettings(db: Kysely<Schema> | Transaction<Schema>): Promise<Settings> {
  const rows = await db.selectFrom('setting').selectAll().execute();
  return settingsFrom(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}
