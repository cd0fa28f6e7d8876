/**
 * Says which of the statements that the journeys issued walk through a whole table that grows:
 * `COLLECT_STATEMENTS=<folder> npx jest tests/journeys`, `npm run generate -- 20000`, then `npm run explain -- <folder>` with the same
 * DATABASE_URL. Ends with 1 when there is such a statement that is not known (explain/known.ts).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { shapeOf, type CollectedStatement } from '../tests/support/collect-statements.js';
import { whyKnown } from './explain/known.js';
import { wholeWalks, type Explained } from './explain/plan.js';

const folder = process.argv[2];
const connectionString = process.env['DATABASE_URL'];
if (!folder || !connectionString) {
  console.error('Say where the statements are, and DATABASE_URL: npm run explain -- <folder>');
  process.exit(2);
}

function statementsIn(directory: string): CollectedStatement[] {
  const byShape = new Map<string, CollectedStatement>();
  for (const name of readdirSync(directory))
    for (const line of readFileSync(join(directory, name), 'utf8').split('\n').filter(Boolean)) {
      const statement = JSON.parse(line) as CollectedStatement;
      byShape.set(shapeOf(statement.sql), statement);
    }
  return [...byShape.values()].filter(
    ({ sql }) =>
      /^\s*(select|with|insert|update|delete)/i.test(sql) && !/\bpg_\w+|information_schema|kysely_/.test(sql),
  );
}

const pool = new pg.Pool({ connectionString, max: 1 });
const { rows: indexes } = await pool.query<{ name: string }>(
  `select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid where x.indpred is not null`,
);
const partial = new Set(indexes.map(({ name }) => name));
const statements = statementsIn(folder);

/** How PostgreSQL would carry it out here; nothing of it for a statement about a table that only a test has. */
async function planOf(sql: string, parameters: readonly unknown[]): Promise<Explained> {
  try {
    const { rows } = await pool.query<{ 'QUERY PLAN': Explained }>(`explain (format json) ${sql}`, [...parameters]);
    return rows[0]?.['QUERY PLAN'] ?? [];
  } catch (error) {
    console.error(`not explained: ${(error as Error).message}:\n  ${sql.slice(0, 200)}\n`);
    return [];
  }
}

let unknown = 0;
const known = new Map<string, number>();
for (const { sql, parameters } of statements) {
  const walks = wholeWalks(await planOf(sql, parameters), partial);
  if (walks.length === 0) continue;
  const why = whyKnown(sql);
  if (why !== null) {
    known.set(why, (known.get(why) ?? 0) + 1);
    continue;
  }
  unknown++;
  console.log(`${walks.map(({ table, by }) => `${table} (${by})`).join(', ')}:\n  ${sql.replace(/\s+/g, ' ')}\n`);
}
for (const [why, count] of known) console.log(`${count} known: ${why}`);
console.log(`${statements.length} statements, ${unknown} walk through a whole table that grows`);
await pool.end();
process.exit(unknown === 0 && statements.length > 0 ? 0 : 1);
