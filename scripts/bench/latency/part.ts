import { monday10 } from '../../../tests/support/given.js';
import { linkedCast, openStage } from '../../../tests/support/stage.js';
import { embedded, postgresql, type BenchEngine } from '../engines.js';
import type { BenchOptions, PartReport } from '../part.js';
import { measureInTurn } from './presses.js';
import { reportPage, tooSlow, type EngineFigures } from './report.js';
import { tellStories } from './story.js';

/** Teams lets a bot say so much in a conversation per half minute. One user never comes near that, the bench does. */
const connector = { limits: { perConversation: [], perTenant: [] } };

/** One user, everything in one process: what a press takes, and a message from one person to the next. */
export async function measureLatency({ short, rounds }: BenchOptions): Promise<PartReport> {
  const how = short ? { rounds: 1, times: 2, stories: 1 } : { rounds: rounds ?? 6, times: 25, stories: 24 };
  const figures = [await measure(await embedded(), how)];
  const server = await postgresql();
  if (server !== null) figures.push(await measure(server, how));
  const page = reportPage(figures, server === null ? ['PostgreSQL is not installed here: skipped.'] : []);
  return { page, tooSlow: tooSlow(figures) };
}

async function measure(
  { engine, name, database, remove }: BenchEngine,
  { rounds, times, stories }: { readonly rounds: number; readonly times: number; readonly stories: number },
): Promise<EngineFigures> {
  console.error(`latency: ${name}`);
  const stage = await openStage(engine, monday10, { connector, open: () => Promise.resolve(database) });
  try {
    const cast = await linkedCast(stage);
    const story = await tellStories(stage, cast, stories);
    const measured = await measureInTurn(stage, cast, rounds, times);
    return { name, story, measured };
  } finally {
    await stage.close();
    remove();
  }
}
