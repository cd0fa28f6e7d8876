import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds up what jest closed its runs with, in the logs of a folder, and prints it in one line that any reader understands. */
const [folder = '.'] = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const file of readdirSync(folder).filter((name) => name.endsWith('.log'))) {
  const line = /^Tests:.*$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? '';
  for (const [, number, kind] of line.matchAll(/(\d+) (passed|failed|skipped)/g))
    counts[kind as keyof typeof counts] += Number(number);
}
if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
if (counts.passed === 0 || counts.failed > 0) process.exitCode = 1;
