/**
 * Measures what the bot costs, side by side with a bare bot of the same SDK: `npm run bench` runs all parts,
 * `npm run bench -- presses start` only these. Prints the tables and writes artifacts/bench.md.
 * `--rounds 6`, `--filled 22000` (generated referrals first), `--short` (only: does it run, is every answer right).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { beginRun, endRun } from '../tests/support/run.js';
import { parts } from './bench/parts.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    filled: { type: 'string', default: '0' },
    short: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. There is:`);
  for (const { name, what } of parts) console.error(`  ${name}: ${what}`);
  process.exit(2);
}

const wanted = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const rounds = values.rounds === undefined ? null : Number(values.rounds);
const options = { short: values.short, rounds, filled: Number(values.filled) };
const load = (): string => loadavg()[0]!.toFixed(1);
const head =
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ` +
  `${new Date().toISOString().slice(0, 10)}, load of the machine before it began ${load()}.`;
const pages = ['# What the bot costs', head];
const tooSlow: string[] = [];
beginRun();
try {
  for (const { name, run } of wanted) {
    console.error(`part: ${name} (load ${load()})`);
    const report = await run(options);
    pages.push(report.page);
    tooSlow.push(...report.tooSlow);
  }
} finally {
  endRun();
}
if (tooSlow.length > 0) pages.push(['Slower than it may be:', ...tooSlow.map((line) => `- ${line}`)].join('\n'));
mkdirSync('artifacts', { recursive: true });
writeFileSync('artifacts/bench.md', `${pages.join('\n\n')}\n`);
console.log(pages.join('\n\n'));
process.exit(tooSlow.length === 0 || options.short ? 0 : 1);
