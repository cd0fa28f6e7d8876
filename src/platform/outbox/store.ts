import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Due, Notice, To } from '../../contracts/outcome.js';
import type { PersonId } from '../../domain/ids.js';
import { jsonb } from '../storage/json.js';
import type { MessageRow, Schema } from '../storage/schema.js';

type Trx = Transaction<Schema>;
type Target = Pick<
  MessageRow,
  'placeId' | 'organisationId' | 'personId' | 'tenantId' | 'conversationId' | 'serviceUrl' | 'threadId' | 'underKey'
>;

/** A delivery to hand to the queue: which message, and the conversation whose order it keeps. */
export interface Delivery {
  readonly messageId: string;
  readonly conversation: string;
}

const nowhere: Target = {
  placeId: null,
  organisationId: null,
  personId: null,
  tenantId: null,
  conversationId: null,
  serviceUrl: null,
  threadId: null,
  underKey: null,
};

/** Where a message goes, as far as it is known now; the address itself is read again when it is sent. */
async function targetOf(trx: Trx, to: To): Promise<Target> {
  if ('conversation' in to) {
    const { tenantId, conversationId, serviceUrl } = to.conversation;
    return { ...nowhere, tenantId, conversationId, serviceUrl, threadId: to.threadId ?? null };
  }
  if ('person' in to) return { ...nowhere, personId: to.person, ...(await personalChat(trx, to.person)) };
  if ('place' in to) return { ...nowhere, placeId: to.place, ...(await conversationOf(trx, to.place)) };
  if ('under' in to) return underTarget(trx, to.under);
  const place = await trx
    .selectFrom('place')
    .select('id')
    .where('organisationId', '=', to.organisation)
    .where('state', '=', 'linked')
    .orderBy('linkedAt')
    .executeTakeFirst();
  const found = place === undefined ? {} : { placeId: place.id, ...(await conversationOf(trx, place.id)) };
  return { ...nowhere, organisationId: to.organisation, ...found };
}

async function personalChat(trx: Trx, id: PersonId): Promise<Partial<Target>> {
  const row = await trx
    .selectFrom('person')
    .select(['tenantId', 'personalConversationId as conversationId', 'serviceUrl'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.conversationId ? row : {};
}

async function conversationOf(trx: Trx, placeId: NonNullable<MessageRow['placeId']>): Promise<Partial<Target>> {
  return (
    (await trx
      .selectFrom('place')
      .select(['tenantId', 'conversationId', 'serviceUrl'])
      .where('id', '=', placeId)
      .executeTakeFirst()) ?? {}
  );
}

async function underTarget(trx: Trx, key: string): Promise<Target> {
  const parent = await trx
    .selectFrom('message')
    .select(['placeId', 'organisationId', 'personId', 'tenantId', 'conversationId', 'serviceUrl'])
    .where('key', '=', key)
    .executeTakeFirst();
  return { ...nowhere, ...parent, underKey: key };
}

/** Stores new messages; a key that exists already is left as it is. Gives what must be delivered. */
export async function storeNotices(trx: Trx, notices: readonly Notice[], now: Date): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const notice of notices) {
    const target = await targetOf(trx, notice.to);
    const reachable = target.conversationId !== null;
    const row = await trx
      .insertInto('message')
      .values({
        id: randomUUID(),
        key: notice.key,
        view: notice.view,
        params: jsonb(notice.params),
        ...target,
        mentionId: notice.mention ?? null,
        activityId: null,
        wantedRevision: 1,
        sentRevision: 0,
        state: reachable ? 'due' : 'undeliverable',
        reason: reachable ? null : 'no-place',
        attempted: false,
        createdAt: now,
        sentAt: null,
        failedAt: reachable ? null : now,
      })
      .onConflict((oc) => oc.column('key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row !== undefined && reachable) deliveries.push({ messageId: row.id, conversation: target.conversationId! });
  }
  return deliveries;
}

/** Asks for a fresh filling of living messages. Several requests before the next sending become one edit. */
export async function refreshMessages(trx: Trx, keys: readonly string[]): Promise<Delivery[]> {
  if (keys.length === 0) return [];
  const rows = await trx
    .updateTable('message')
    .set({ wantedRevision: sql`wanted_revision + 1`, state: sql`case when state = 'sent' then 'due' else state end` })
    .where('key', 'in', [...new Set(keys)])
    .where('conversationId', 'is not', null)
    .returning(['id', 'conversationId'])
    .execute();
  return rows.map((row) => ({ messageId: row.id, conversation: row.conversationId! }));
}

/** Messages that waited for a place of this organisation can go out now that it has one. */
export async function releaseMessages(trx: Trx, organisationId: string): Promise<Delivery[]> {
  const place = await trx
    .selectFrom('place')
    .selectAll()
    .where('organisationId', '=', organisationId as never)
    .where('state', '=', 'linked')
    .orderBy('linkedAt')
    .executeTakeFirst();
  if (place === undefined) return [];
  const { id: placeId, tenantId, conversationId, serviceUrl } = place;
  const rows = await trx
    .updateTable('message')
    .set({ placeId, tenantId, conversationId, serviceUrl, state: 'due', reason: null, failedAt: null })
    .where('organisationId', '=', organisationId as never)
    .where('state', '=', 'undeliverable')
    .where('reason', 'in', ['no-place', 'suspended'])
    .returning(['id', 'seq'])
    .execute();
  return [...rows].sort((a, b) => a.seq - b.seq).map((row) => ({ messageId: row.id, conversation: conversationId }));
}

/** Stores what has to be looked at later, and forgets what is settled. */
export async function storeDues(trx: Trx, dues: readonly Due[], settled: readonly string[]): Promise<void> {
  if (settled.length > 0)
    await trx
      .deleteFrom('due')
      .where('key', 'in', [...settled])
      .execute();
  for (const { key, job, subject, at } of dues) {
    const values = { job, subject: jsonb(subject), at };
    await trx
      .insertInto('due')
      .values({ key, ...values })
      .onConflict((oc) => oc.column('key').doUpdateSet(values))
      .execute();
  }
}
