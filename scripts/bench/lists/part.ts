import { sql } from 'kysely';
import { FiguresBehind } from '../../../src/domain/figures/behind.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { testSealer } from '../../../tests/support/test-sealer.js';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { onFilledServer } from '../../explain/filled-server.js';
import { median, ms, quantile, table } from '../figures.js';
import type { BenchOptions, PartReport } from '../part.js';
import { questionsIn } from './questions.js';

/** Milliseconds of every question, by round. */
type Asked = ReadonlyMap<string, readonly number[]>;

const few = 1_000;
const sealer = testSealer();

/**
 * How long lists and look-ups take in a database that has grown, beside one with a thousand paths: in the one that BENCH_DATABASE_URL
 * names, filled by `npm run generate` and counted, else in one of `--filled` paths on a server of our own.
 */
export async function measureLists({ short, rounds, filled }: BenchOptions): Promise<PartReport> {
  const often = short ? 2 : (rounds ?? 5) * 8;
  const small = await onFilledServer(short ? 200 : few, (url) => ask(url, often));
  const grown = process.env['BENCH_DATABASE_URL'];
  const large = grown
    ? await ask(grown, often)
    : await onFilledServer(short ? 200 : filled || 22_000, (url) => ask(url, often));
  const names = [...small.asked.keys()];
  const cells = (times: readonly number[]): string =>
    times.length === 0 ? '–' : `${ms(median(times))} · ${ms(quantile(times, 0.95))}`;
  const rows = names.map((name) => {
    const [before, after] = [small.asked.get(name) ?? [], large.asked.get(name) ?? []];
    const times = median(after) / median(before);
    return [name, cells(before), cells(after), Number.isNaN(times) ? '–' : times.toFixed(1)];
  });
  const page = [
    '## Lists and look-ups',
    `What a list asks of the database, ${often} times each of one person or organisation after the other, on PostgreSQL; milliseconds, the middle and p95.`,
    table(['', `${small.referrals} referrals`, `${large.referrals} referrals`, '×'], rows),
  ].join('\n\n');
  return { page, tooSlow: [] };
}

/** Figures of what was not counted are not asked. */
function untilCounted(error: unknown): false {
  if (error instanceof FiguresBehind) return false;
  throw error;
}

async function ask(databaseUrl: string, often: number): Promise<{ readonly referrals: number; readonly asked: Asked }> {
  const database = await openDatabase({ databaseUrl, dataDirectory: null, poolSize: 1 });
  try {
    const now = new Date();
    const { rows } = await sql<{ referrals: number }>`select count(*)::int as referrals from referral`.execute(
      database.kysely,
    );
    const questions = await questionsIn(database, now);
    const asked = new Map<string, number[]>(questions.map(({ name }) => [name, []]));
    // The first times plan the statements, and bring what they need into memory.
    for (let n = -3; n < often; n++)
      for (const { name, ask: answered } of questions) {
        const begun = performance.now();
        const isAnswered = await answered(createRead(database.kysely, sealer, now), n + 3).then(
          () => true,
          untilCounted,
        );
        if (n >= 0 && isAnswered) asked.get(name)?.push(performance.now() - begun);
      }
    return { referrals: rows[0]?.referrals ?? 0, asked };
  } finally {
    await database.close();
  }
}
