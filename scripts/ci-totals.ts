import { readFileSync } from 'node:fs';

/** Adds up what jest closed its runs with, and prints it in one line that any reader of the log understands. */
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const file of process.argv.slice(2)) {
  const line = /^Tests:.*$/m.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  for (const [, number, kind] of line.matchAll(/(\d+) (passed|failed|skipped)/g))
    counts[kind as keyof typeof counts] += Number(number);
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
if (counts.passed === 0 || counts.failed > 0) process.exitCode = 1;
