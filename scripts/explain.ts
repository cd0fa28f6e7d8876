/**
 * Says which of the statements that the journeys issued walk through a whole table that grows:
 * `COLLECT_STATEMENTS=<folder> npx jest tests/journeys`, then `npm run explain -- <folder>`. In the filled database DATABASE_URL; without it on
 * a server of its own, with 20,000 invented paths, or as many as are said behind the folder. Ends with 1 when there is such a
 * statement that is not known (explain/known.ts), or when next to none were collected.
 */
import { explainStatements, type Explanation } from './explain/explain-statements.js';
import { onFilledServer } from './explain/filled-server.js';

const [folder, count = '20000'] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the statements are: npm run explain -- <folder>');
  process.exit(2);
}
/** The journeys issue some four hundred: far fewer were not collected as they should be. */
const fewest = 100;

const explained = (url: string): Promise<Explanation> => explainStatements(folder, url);
const url = process.env['DATABASE_URL'];
const { statements, unknown, known, unexplained } = url
  ? await explained(url)
  : await onFilledServer(Number(count), explained);

for (const one of unexplained) console.error(`not explained: ${one}\n`);
for (const one of unknown) console.log(`${one}\n`);
for (const [why, many] of known) console.log(`${many} known: ${why}`);
console.log(`${statements} statements, ${unknown.length} walk through a whole table that grows`);
process.exitCode = unknown.length === 0 && statements >= fewest ? 0 : 1;
