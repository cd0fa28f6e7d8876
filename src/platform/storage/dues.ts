import type { Transaction } from 'kysely';
import type { Due } from '../../contracts/outcome.js';
import { jsonb } from './rows/json.js';
import type { Schema } from './rows/schema.js';

/** Stores what has to be looked at later, and forgets what is settled. */
export async function storeDues(
  trx: Transaction<Schema>,
  dues: readonly Due[],
  settled: readonly string[],
): Promise<void> {
  if (settled.length > 0)
    await trx
      .deleteFrom('due')
      .where('key', 'in', [...settled])
      .execute();
  if (dues.length === 0) return;
  const last = new Map(
    dues.map(({ key, job, subject, at }) => [key, { key, job, subject: jsonb<unknown>(subject), at }]),
  );
  await trx
    .insertInto('due')
    .values([...last.values()])
    .onConflict((oc) =>
      oc.column('key').doUpdateSet((eb) => ({
        job: eb.ref('excluded.job'),
        subject: eb.ref('excluded.subject'),
        at: eb.ref('excluded.at'),
        // What is asked anew has not failed yet.
        attempts: 0,
        failingSince: null,
        lastError: null,
      })),
    )
    .execute();
}
