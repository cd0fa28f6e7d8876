import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { caseEventSchemas, type CaseEvent } from '../../../domain/case/events.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { ReferralId } from '../../../domain/ids.js';
import { jsonb } from '../rows/json.js';
import type { Schema } from '../rows/schema.js';
import { VersionConflict } from '../rows/version-conflict.js';
import { referralRow } from './referral-row.js';

type Trx = Transaction<Schema>;

/** The present way of writing case events; 1 is what was told before there were any. */
const eventVersion = 2;

/** Stores the row that its events have made: a new one, or exactly the version that was read. Throws {@link VersionConflict}. */
export async function saveReferral(trx: Trx, before: Referral | null, after: Referral): Promise<Referral> {
  const stored = { ...after, version: (before?.version ?? 0) + 1 };
  const values = referralRow(stored);
  const done =
    before === null
      ? await trx
          .insertInto('referral')
          .values(values)
          .onConflict((oc) => oc.doNothing())
          .returning('id')
          .executeTakeFirst()
      : await trx
          .updateTable('referral')
          .set(values)
          .where('id', '=', before.id)
          .where('version', '=', before.version)
          .returning('id')
          .executeTakeFirst();
  if (done === undefined) throw new VersionConflict('referral');
  return stored;
}

/** An event of a referral with the free text that belongs to it, sealed already. */
export interface Entry {
  readonly referralId: ReferralId;
  readonly event: CaseEvent;
  readonly sealed: string | null;
}

/** Writes what happened, in order, in one statement. The data of each event is checked by its schema. */
export async function insertEvents(trx: Trx, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await trx
    .insertInto('timeline')
    .values(
      entries.map(({ referralId, event, sealed }) => ({
        id: randomUUID(),
        subject: 'referral' as const,
        subjectId: referralId,
        name: event.name,
        version: eventVersion,
        at: event.at,
        side: event.side,
        personId: event.personId,
        organisationId: event.organisationId,
        data: jsonb<unknown>(caseEventSchemas[event.name].parse(event.data)),
        sealed,
      })),
    )
    .execute();
}
