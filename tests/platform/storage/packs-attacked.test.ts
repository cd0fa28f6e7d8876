import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generate } from '../../../scripts/generate/generate.js';
import { showFigures } from '../../../src/domain/figures/index.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { readFigures } from '../../../src/platform/storage/figures/read-figures.js';
import { isTrue, workedOut } from '../../support/attacker.js';
import { anyEngine, freshDatabase } from '../../support/database.js';
import { luxonCalendar } from '../../support/working-calendar.js';

const at = (day: string): Date => luxonCalendar.at(day, 0, 0);
const now = at('2026-07-01');
/** From meeting to meeting, and a few short ones: in a quiet month nearly every number is small. */
const packs = [
  ['2025-09-01', '2025-11-10'],
  ['2025-11-10', '2026-02-02'],
  ['2026-02-02', '2026-05-11'],
  ['2026-05-11', '2026-05-25'],
  ['2026-05-25', '2026-06-01'],
] as const;

describe.each(anyEngine)('the packs of a school year, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await generate(database, { count: 700, weeks: 44, now, calendar: luxonCalendar });
  });
  afterAll(() => database.close());

  test.each(packs)(
    'from %s to %s: nobody who lays all its tables side by side works out a small number',
    async (from, until) => {
      const figures = await readFigures(database.kysely, now).figures({ from: at(from), until: at(until) });
      const shown = showFigures(figures);
      const small = Object.values(shown)
        .flat()
        .filter((line) => line.shown === 'small').length;
      expect(small).toBeGreaterThan(0);
      expect(workedOut(shown)).toEqual([]);
      expect(isTrue(shown, 'answers', figures.answers)).toBe(true);
    },
  );
});
