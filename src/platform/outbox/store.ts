import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Due, Notice, To } from '../../contracts/outcome.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
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
  return { ...nowhere, organisationId: to.organisation, ...(await placeTarget(trx, to.organisation)) };
}

/** The organisation's first linked place; empty when it has none. */
async function placeTarget(trx: Trx, organisationId: OrganisationId): Promise<Partial<Target>> {
  const place = await trx
    .selectFrom('place')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'linked')
    .orderBy('linkedAt')
    .executeTakeFirst();
  return place === undefined ? {} : { placeId: place.id, ...(await conversationOf(trx, place.id)) };
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

/**
 * Asks for a fresh filling of living messages. Several requests before the next sending become one edit. One that Teams
 * did not take for too long gets a new chance.
 */
export async function refreshMessages(trx: Trx, keys: readonly string[]): Promise<Delivery[]> {
  if (keys.length === 0) return [];
  const rows = await trx
    .updateTable('message')
    .set({
      wantedRevision: sql`wanted_revision + 1`,
      state: sql`case when state = 'sent' or reason = 'not-delivered' then 'due' else state end`,
    })
    .where('key', 'in', [...new Set(keys)])
    .where('conversationId', 'is not', null)
    .returning(['id', 'conversationId'])
    .execute();
  return rows.map((row) => ({ messageId: row.id, conversation: row.conversationId! }));
}

/**
 * Messages that waited for a place of this organisation can go out now that it has one. What the desk was told about
 * them is brought up to date.
 */
export async function releaseMessages(trx: Trx, organisationId: string): Promise<Delivery[]> {
  const waiting = await trx
    .selectFrom('message')
    .select('id')
    .where('organisationId', '=', organisationId as OrganisationId)
    .where('state', '=', 'undeliverable')
    .where('reason', 'in', ['no-place', 'suspended', 'gone', 'nothing-to-reply-to'])
    .execute();
  return resendMessages(
    trx,
    waiting.map((row) => row.id),
  );
}

/** Tries messages again that could not be delivered, oldest first: in the organisation's present place, if it has one. */
export async function resendMessages(trx: Trx, ids: readonly string[]): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  const told = new Set<string>();
  for (const row of await undeliverable(trx, ids)) {
    const place = row.organisationId === null ? {} : await placeTarget(trx, row.organisationId);
    const conversation = place.conversationId ?? row.conversationId;
    if (conversation === null) continue;
    await trx
      .updateTable('message')
      .set({ ...place, state: 'due', reason: null, failedAt: null })
      .where('id', '=', row.id)
      .execute();
    deliveries.push({ messageId: row.id, conversation });
    told.add(`undelivered:${row.organisationId ?? 'chat'}:%`);
  }
  return [...deliveries, ...(await refreshLike(trx, [...told]))];
}

const undeliverable = (trx: Trx, ids: readonly string[]) =>
  trx
    .selectFrom('message')
    .select(['id', 'organisationId', 'conversationId'])
    .where('id', 'in', ids.length === 0 ? [nobody] : [...ids])
    .where('state', '=', 'undeliverable')
    .orderBy('seq')
    .execute();

const nobody = '00000000-0000-0000-0000-000000000000';

async function refreshLike(trx: Trx, patterns: readonly string[]): Promise<Delivery[]> {
  const keys: string[] = [];
  for (const pattern of patterns) {
    const rows = await trx.selectFrom('message').select('key').where('key', 'like', pattern).execute();
    keys.push(...rows.map((row) => row.key));
  }
  return refreshMessages(trx, keys);
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
