import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { shapeOf, type CollectedStatement } from '../../tests/support/collect-statements.js';
import { whyKnown } from './known.js';
import { wholeWalks, type Explained } from './plan.js';

/** What came of explaining them all. */
export interface Explanation {
  readonly statements: number;
  /** Walk through a whole table that grows, and nobody said that they may: with the tables. */
  readonly unknown: readonly string[];
  /** How many walk through one, for which reason. */
  readonly known: ReadonlyMap<string, number>;
  /** Could not be explained here: about a table that only a test has. */
  readonly unexplained: readonly string[];
}

/** The statements in a folder, each once, however many values it was given. */
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

async function partialIndexes(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid where x.indpred is not null`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** How PostgreSQL would carry out the collected statements in this database. */
export async function explainStatements(folder: string, connectionString: string): Promise<Explanation> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const partial = await partialIndexes(client);
    const statements = statementsIn(folder);
    const unknown: string[] = [];
    const unexplained: string[] = [];
    const known = new Map<string, number>();
    for (const { sql, parameters } of statements) {
      const plan = await client
        .query<{ 'QUERY PLAN': Explained }>(`explain (format json) ${sql}`, [...parameters])
        .catch((error: unknown) => void unexplained.push(`${(error as Error).message}: ${sql.slice(0, 200)}`));
      const walks = wholeWalks(plan?.rows[0]?.['QUERY PLAN'] ?? [], partial);
      if (walks.length === 0) continue;
      const why = whyKnown(sql);
      if (why === null)
        unknown.push(`${walks.map(({ table, by }) => `${table} (${by})`).join(', ')}:\n  ${sql.replace(/\s+/g, ' ')}`);
      else known.set(why, (known.get(why) ?? 0) + 1);
    }
    return { statements: statements.length, unknown, known, unexplained };
  } finally {
    await client.end();
  }
}
