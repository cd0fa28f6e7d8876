import { defaultSettings } from '../../src/domain/settings.js';
import { createCalendar } from '../../src/platform/calendar/index.js';
import type { Database } from '../../src/platform/storage/connection.js';
import { generate } from './generate.js';

/** Fills a database with so many pupils' paths until now, and tells on the screen how far it is. */
export async function fillDatabase(database: Database, count: number): Promise<void> {
  const begun = performance.now();
  await generate(database, {
    count,
    now: new Date(),
    calendar: createCalendar({ ...defaultSettings, alwaysOpen: false }),
    onProgress({ made, of }) {
      const seconds = (performance.now() - begun) / 1000;
      const left = Math.round((seconds / made) * (of - made));
      process.stderr.write(`\r${made} of ${of}, ${Math.round(made / seconds)} a second, ${left} s to go   `);
    },
  });
  process.stderr.write('\n');
}
