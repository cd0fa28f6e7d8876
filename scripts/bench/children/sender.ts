import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../../../src/app.js';
import { MovableClock } from '../../../src/platform/clock.js';
import { createLog } from '../../../src/platform/log.js';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { trusting } from '../../../tests/support/bot-tokens.js';
import { monday10 } from '../../../tests/support/given.js';
import { productionConfig } from '../../../tests/support/stage.js';
import type { Where } from '../engines.js';
import { keyFileOf } from '../start/settings.js';
import { answerTheBench, usedSoFar } from './answers.js';
import { putting } from './putting.js';

/** A process of the bot that sends within Teams' limits, together with others on the same database. */
const { where, identity } = JSON.parse(process.argv[2]!) as { where: Where; identity: string };

async function start(): Promise<void> {
  const database = await openDatabase(where);
  const clock = new MovableClock(monday10);
  const log = createLog('error', { write: (line) => void process.stderr.write(line) });
  const app = await startApp(productionConfig([], keyFileOf(where)), {
    database,
    clock,
    log,
    door: { overrides: trusting(identity), turnsPerMinute: 10_000_000 },
  });
  let stopped: Promise<void> | null = null;
  answerTheBench(`http://127.0.0.1:${app.port}/api/messages`, {
    usage: () => usedSoFar(),
    ...putting({ app, database }),
    // Going on to answer for a while, as a process that is replaced does.
    drain: (forMs: number) => (stopped ??= app.stop(pause(forMs))),
    stop: () => (stopped ??= app.stop()),
  });
}

await start();
