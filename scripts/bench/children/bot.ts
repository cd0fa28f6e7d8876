import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../../../src/app.js';
import { MovableClock } from '../../../src/platform/clock.js';
import { createLog } from '../../../src/platform/log.js';
import type { ReferralId } from '../../../src/domain/ids.js';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { trusting } from '../../../tests/support/bot-tokens.js';
import { monday10 } from '../../../tests/support/given.js';
import { addOrganisation, isIdle, productionConfig } from '../../../tests/support/stage.js';
import { until } from '../../../tests/support/until.js';
import type { Where } from '../engines.js';
import { clbs } from '../presses/clbs.js';
import { patternOf, prepareDelivered } from '../prepare.js';
import { keyFileOf } from '../start/settings.js';
import { answerTheBench, usedSoFar } from './answers.js';
import { fill } from './fill.js';
import { putting } from './putting.js';

/** The whole bot in a process of its own, with its token check, and the handles by which the bench prepares and checks. */
const { where, identity, filled } = JSON.parse(process.argv[2]!) as {
  where: Where;
  identity: string;
  filled: number;
};

/** Teams' limits are another part's; here nobody waits for them, and nobody presses too much. */
const door = {
  turnsPerMinute: 10_000_000,
  connector: { limits: { perConversation: [], perTenant: [] } },
};

async function start(): Promise<void> {
  const database = await openDatabase(where);
  const clock = new MovableClock(monday10);
  if (filled > 0) await fill(database, filled, clock.now());
  const log = createLog('warn', { write: (line) => void process.stderr.write(line) });
  const app = await startApp(productionConfig([], keyFileOf(where)), {
    database,
    clock,
    log,
    door: { ...door, overrides: trusting(identity) },
  });
  for (const row of Object.values(clbs)) await addOrganisation({ app, clock }, row);
  const idle = () => isIdle(app, database, clock);
  const behind = { app, database, clock, settled: async () => void (await until('the bot is idle', idle, 60_000)) };
  let stopped: Promise<void> | null = null;
  answerTheBench(`http://127.0.0.1:${app.port}/api/messages`, {
    async usage() {
      const { values } = await app.meters.statements.get();
      const all = (name: string): number =>
        values.reduce((sum, one) => sum + (one.metricName?.endsWith(name) ? one.value : 0), 0);
      return usedSoFar(all('_count'), all('_sum'));
    },
    idle,
    ...putting({ app, database }),
    async prepare({ reference, count }: { reference: string; count: number }) {
      const rows = await prepareDelivered(behind, await patternOf(behind, reference), count);
      return rows.map((row) => ({ id: row.id, reference: row.reference }));
    },
    async notContacted(ids: readonly ReferralId[]) {
      const read = createRead(database.kysely, app.parts.sealer, clock.now());
      const states = await Promise.all(ids.map(async (id) => (await read.referral(id))?.state));
      return states.filter((state) => state !== 'contacted').length;
    },
    // Going on to answer for a while, as a process that is replaced does.
    drain: (forMs: number) => (stopped ??= app.stop(pause(forMs))),
    stop: () => (stopped ??= app.stop()),
  });
}

await start();
