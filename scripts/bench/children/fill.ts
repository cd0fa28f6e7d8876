import { createCalendar } from '../../../src/platform/calendar/index.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';
import {} from '../../../tests/support/stage.js';
import { generate } from '../../generate/generate.js';

/** Puts so many generated referrals into a new database. */
export async function fill(database: Database, count: number, now: Date): Promise<void> {
  await migrateToLatest(database);
  const calendar = createCalendar({ ...defaultSettings, alwaysOpen: false });
  await generate(database, { count, now, calendar });
}
