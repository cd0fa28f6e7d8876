import { startApp } from '../../../src/app.js';
import { startCards } from '../../../src/contracts/start-cards.js';
import type { Notice } from '../../../src/contracts/outcome.js';
import { MovableClock } from '../../../src/platform/clock.js';
import { createLog } from '../../../src/platform/log.js';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { storeNotices } from '../../../src/platform/storage/messages.js';
import { trusting } from '../../../tests/support/bot-tokens.js';
import { monday10 } from '../../../tests/support/given.js';
import { productionConfig } from '../../../tests/support/stage.js';
import { conversationOf } from '../delivery/limited-teams.js';
import type { Batch } from '../delivery/batch.js';
import type { Where } from '../engines.js';
import { answerTheBench, usedSoFar } from './answers.js';

/** A process of the bot that sends within Teams' limits, together with others on the same database; and that puts there what is to be sent. */
const { where, identity } = JSON.parse(process.argv[2]!) as { where: Where; identity: string };

const atOnce = 500;

function noticesOf({ tenants, serviceUrl, name, threads, each }: Batch): Notice[] {
  const notices: Notice[] = [];
  for (let index = 0; index < each; index++)
    for (const thread of threads) {
      const tenant = thread % tenants;
      const conversation = {
        tenantId: `7e4a4700-0000-4000-8000-${String(tenant).padStart(12, '0')}`,
        conversationId: conversationOf(tenant, thread),
        serviceUrl,
        scope: 'channel' as const,
        threadId: null,
        teamId: null,
        name: null,
      };
      notices.push({
        key: `bench:${name}:${thread}:${index}`,
        ...startCards.suggestions.with({ nearest: [], references: [`${thread}-${index}`] }),
        to: { conversation },
      });
    }
  return notices;
}

async function start(): Promise<void> {
  const database = await openDatabase(where);
  const clock = new MovableClock(monday10);
  const log = createLog('error', { write: (line) => void process.stderr.write(line) });
  const app = await startApp(productionConfig([]), { database, clock, log, door: { overrides: trusting(identity) } });
  answerTheBench(`http://127.0.0.1:${app.port}/api/messages`, {
    usage: () => usedSoFar(),
    async put(batch: Batch) {
      const notices = noticesOf(batch);
      for (let from = 0; from < notices.length; from += atOnce)
        await database.kysely.transaction().execute(async (trx) => {
          const deliveries = await storeNotices(trx, notices.slice(from, from + atOnce), clock.now());
          await app.parts.enqueue(trx, { deliveries, rosters: [], wakeAt: [] });
        });
      return notices.length;
    },
    async waiting() {
      const { count } = await database.kysely
        .selectFrom('message')
        .select((eb) => eb.fn.countAll<number | string>().as('count'))
        .where('state', '=', 'due')
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    stop: () => app.stop(),
  });
}

await start();
