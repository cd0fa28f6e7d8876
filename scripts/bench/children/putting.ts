import type { App } from '../../../src/app.js';
import type { Notice } from '../../../src/contracts/outcome.js';
import { startCards } from '../../../src/contracts/start-cards.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { storeNotices } from '../../../src/platform/storage/messages.js';
import type { Batch } from '../delivery/batch.js';
import { conversationOf } from '../delivery/limited-teams.js';

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

/** The handles by which the bench puts there what is to be sent, as the outbox does, and sees what still waits. */
export const putting = ({ app, database }: { readonly app: App; readonly database: Database }) => ({
  async put(batch: Batch) {
    const notices = noticesOf(batch);
    for (let from = 0; from < notices.length; from += atOnce)
      await database.kysely.transaction().execute(async (trx) => {
        const deliveries = await storeNotices(trx, notices.slice(from, from + atOnce), app.parts.clock.now());
        await app.parts.enqueue(trx, { deliveries, rosters: [], wakeAt: [] });
      });
    return notices.length;
  },
  /** How many of a batch still wait, or were not noted yet. */
  async waiting(name: string) {
    const { count } = await database.kysely
      .selectFrom('message')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('state', '=', 'due')
      .where('key', 'like', `bench:${name}:%`)
      .executeTakeFirstOrThrow();
    return Number(count);
  },
});
