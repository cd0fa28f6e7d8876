import type { Transaction } from 'kysely';
import { jsonb } from '../../src/platform/storage/rows/json.js';
import { referralRow } from '../../src/platform/storage/case/referral-row.js';
import type { Referral } from '../../src/domain/case/referral.js';
import type { Schema } from '../../src/platform/storage/rows/schema.js';

/** Stores a referral as it stands, with the intake it came from; its trail and people must be there. */
export async function storeReferral(trx: Transaction<Schema>, referral: Referral): Promise<void> {
  const { draftId: id, trailId, referrerId: personId, clbId, registeredAt: at } = referral;
  const draft = {
    id,
    trailId,
    personId,
    clbId,
    step: 'review-referral' as const,
    tried: [],
    sealed: '',
    follows: null,
  };
  await trx
    .insertInto('draft')
    .values({ ...draft, state: 'sent', referralId: referral.id, createdAt: at, updatedAt: at, version: 1 })
    .onConflict((oc) => oc.doNothing())
    .execute();
  await trx
    .insertInto('referral')
    .values(referralRow({ ...referral, version: referral.version || 1 }))
    .execute();
}

/** What happened to a referral, as earlier versions and this one wrote it down. */
export async function storeEvent(
  trx: Transaction<Schema>,
  one: {
    readonly referralId: string;
    readonly name: string;
    readonly at: Date;
    readonly personId: string;
    readonly organisationId: string;
    readonly data: object;
  },
): Promise<void> {
  const { referralId: subjectId, data, ...event } = one;
  const row = {
    id: crypto.randomUUID(),
    subject: 'referral' as const,
    subjectId,
    version: 1,
    side: null,
    sealed: null,
  };
  await trx
    .insertInto('timeline')
    .values({ ...row, ...(event as { name: string; at: Date }), data: jsonb<unknown>(data) } as never)
    .execute();
}
