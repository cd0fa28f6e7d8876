import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hearStatements } from '../../src/platform/storage/statements.js';

/** A statement that somebody issued, with the values of one time; lists of values of any length are one statement. */
export interface CollectedStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The statement without the number of its values. */
export const shapeOf = (sql: string): string =>
  sql.replace(/\$\d+(::[a-z[\]]+)?(, ?\$\d+(::[a-z[\]]+)?)+/g, '$…').replace(/\$\d+/g, '$');

const folder = process.env['COLLECT_STATEMENTS'];
const seen = new Set<string>();

/** What a test itself looks up is no statement of the program. */
function isAskedByTest(): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 60;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return /\/tests\/(?!support\/collect-statements)/.test(stack);
}

/**
 * With `COLLECT_STATEMENTS` set to a folder, every statement of the journeys is written there once per process, to be
 * explained in a filled database (`scripts/explain.ts`).
 */
export function collectStatements(): void {
  if (!folder || seen.size > 0) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${Date.now()}.jsonl`);
  seen.add('begin');
  hearStatements(({ sql, parameters }) => {
    const shape = shapeOf(sql);
    if (seen.has(shape) || isAskedByTest()) return;
    seen.add(shape);
    appendFileSync(file, `${JSON.stringify({ sql, parameters } satisfies CollectedStatement)}\n`);
  });
}
