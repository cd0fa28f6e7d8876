/**
 * Measures what a press costs, on both engines, side by side with a bare bot of the same SDK: `npm run bench`.
 * Prints the tables and writes artifacts/bench.md. `-- --rounds 6 --times 25 --stories 24`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { monday10 } from '../tests/support/given.js';
import { linkedCast, openStage } from '../tests/support/stage.js';
import { embedded, postgresql, type BenchEngine } from './bench/engines.js';
import { measurePresses } from './bench/presses.js';
import { reportPage, tooSlow, type EngineFigures } from './bench/report.js';
import { tellStories } from './bench/story.js';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
    times: { type: 'string', default: '25' },
    stories: { type: 'string', default: '24' },
  },
});

/** Teams lets a bot say so much in a conversation per half minute. One user never comes near that, the bench does. */
const connector = { limits: { perConversation: [], perTenant: [] } };

async function measure({ engine, name, database, remove }: BenchEngine): Promise<EngineFigures> {
  console.error(`measuring: ${name}`);
  const stage = await openStage(engine, monday10, { connector, open: () => Promise.resolve(database) });
  try {
    const cast = await linkedCast(stage);
    const story = await tellStories(stage, cast, Number(options.stories));
    const measured = await measurePresses(stage, cast, Number(options.rounds), Number(options.times));
    return { name, story, measured };
  } finally {
    await stage.close();
    remove();
  }
}

const figures = [await measure(await embedded())];
const server = await postgresql();
if (server !== null) figures.push(await measure(server));
const page = reportPage(figures, server === null ? ['PostgreSQL is not installed here: skipped.'] : []);
mkdirSync('artifacts', { recursive: true });
writeFileSync('artifacts/bench.md', `${page}\n`);
console.log(page);
process.exit(tooSlow(figures).length === 0 ? 0 : 1);
