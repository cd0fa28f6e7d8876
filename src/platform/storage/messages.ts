import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Notice, To } from '../../contracts/outcome.js';
import type { OrganisationId, PersonId, ReferralId } from '../../domain/ids.js';
import { jsonb } from './rows/json.js';
import type { MessageRow, Schema } from './rows/schema.js';
import { postKey, type PostKey } from '../../domain/reference-to.js';

type Trx = Transaction<Schema>;
type Target = Pick<
  MessageRow,
  'channelId' | 'organisationId' | 'personId' | 'tenantId' | 'conversationId' | 'serviceUrl' | 'threadId' | 'underKey'
>;

/** A delivery to hand to the queue: which message, and the conversation whose order it keeps. */
export interface Delivery {
  readonly messageId: string;
  readonly conversation: string;
}

const nowhere: Target = {
  channelId: null,
  organisationId: null,
  personId: null,
  tenantId: null,
  conversationId: null,
  serviceUrl: null,
  threadId: null,
  underKey: null,
};

/** Where organisations, people and posts are reached now, looked up together. */
interface Whereabouts {
  readonly desk: OrganisationId | null;
  /** The first linked channel of each organisation that has one. */
  readonly channels: ReadonlyMap<string, Partial<Target>>;
  readonly chats: ReadonlyMap<string, Partial<Target>>;
  readonly posts: ReadonlyMap<string, Target>;
}

async function whereabouts(trx: Trx, to: readonly To[]): Promise<Whereabouts> {
  const desk = to.some((one) => 'desk' in one) ? await deskOf(trx) : null;
  const organisations = to.flatMap((one) => ('organisation' in one ? [one.organisation] : []));
  return {
    desk,
    channels: await linkedChannels(trx, desk === null ? organisations : [...organisations, desk]),
    chats: await personalChats(
      trx,
      to.flatMap((one) => ('person' in one ? [one.person] : [])),
    ),
    posts: await postTargets(
      trx,
      to.flatMap((one) => ('under' in one ? [one.under] : [])),
    ),
  };
}

const deskOf = async (trx: Trx): Promise<OrganisationId | null> =>
  (await trx.selectFrom('organisation').select('id').where('kind', '=', 'desk').orderBy('name').executeTakeFirst())
    ?.id ?? null;

async function linkedChannels(trx: Trx, of: readonly OrganisationId[]): Promise<Map<string, Partial<Target>>> {
  if (of.length === 0) return new Map();
  const rows = await trx
    .selectFrom('channel')
    .distinctOn('organisationId')
    .select(['organisationId', 'id as channelId', 'tenantId', 'conversationId', 'serviceUrl'])
    .where('organisationId', 'in', [...new Set(of)])
    .where('state', '=', 'linked')
    .orderBy('organisationId')
    .orderBy('linkedAt')
    .execute();
  return new Map(rows.map(({ organisationId, ...channel }) => [organisationId, channel]));
}

async function personalChats(trx: Trx, of: readonly PersonId[]): Promise<Map<string, Partial<Target>>> {
  if (of.length === 0) return new Map();
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'tenantId', 'personalConversationId as conversationId', 'serviceUrl'])
    .where('id', 'in', [...new Set(of)])
    .where('personalConversationId', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, ...chat }) => [id, chat]));
}

async function postTargets(trx: Trx, keys: readonly string[]): Promise<Map<string, Target>> {
  if (keys.length === 0) return new Map();
  const rows = await trx
    .selectFrom('message')
    .select(['key', 'channelId', 'organisationId', 'personId', 'tenantId', 'conversationId', 'serviceUrl'])
    .where('key', 'in', [...new Set(keys)])
    .execute();
  return new Map(rows.map(({ key, ...target }) => [key, { ...nowhere, ...target }]));
}

/** Where a message goes, as far as it is known now; the address itself is read again when it is sent. */
async function targetOf(trx: Trx, to: To, known: Whereabouts): Promise<Target> {
  if ('conversation' in to) {
    const { tenantId, conversationId, serviceUrl } = to.conversation;
    return { ...nowhere, tenantId, conversationId, serviceUrl, threadId: to.threadId ?? null };
  }
  if ('person' in to) return { ...nowhere, personId: to.person, ...known.chats.get(to.person) };
  if ('channel' in to) return { ...nowhere, channelId: to.channel, ...(await conversationOf(trx, to.channel)) };
  if ('under' in to) return { ...nowhere, ...known.posts.get(to.under), underKey: to.under };
  const organisationId = 'desk' in to ? known.desk : to.organisation;
  return { ...nowhere, organisationId, ...known.channels.get(organisationId ?? '') };
}

async function conversationOf(trx: Trx, channelId: NonNullable<MessageRow['channelId']>): Promise<Partial<Target>> {
  return (
    (await trx
      .selectFrom('channel')
      .select(['tenantId', 'conversationId', 'serviceUrl'])
      .where('id', '=', channelId)
      .executeTakeFirst()) ?? {}
  );
}

/** The organisation's first linked channel; empty when it has none. */
const channelTarget = async (trx: Trx, organisationId: OrganisationId): Promise<Partial<Target>> =>
  (await linkedChannels(trx, [organisationId])).get(organisationId) ?? {};

const messageRow = (notice: Notice, target: Target, now: Date) => {
  const reachable = target.conversationId !== null || target.personId !== null;
  return {
    id: randomUUID() as string,
    key: notice.key,
    view: notice.view,
    params: jsonb<unknown>(notice.params),
    ...target,
    mentionId: notice.mention ?? null,
    activityId: null,
    wantedRevision: 1,
    sentRevision: 0,
    state: reachable ? ('due' as const) : ('undeliverable' as const),
    reason: reachable ? null : 'no-channel',
    attempted: false,
    createdAt: now,
    sentAt: null,
    failedAt: reachable ? null : now,
    referralId: notice.referralId ?? null,
    living: notice.living ?? true,
    acceptedJob: notice.receipt?.accepted ?? null,
    failedJob: notice.receipt?.failed ?? null,
    sentDigest: null,
    gatheredIn: null,
    remadeAt: null,
  };
};

/** The order of a conversation: where nobody has spoken with the bot yet, that of the person. */
const orderOf = ({ conversationId, personId }: Pick<Target, 'conversationId' | 'personId'>): string =>
  conversationId ?? `person:${personId}`;

/** Stores new messages in one statement; a key that exists already is left as it is. Gives what must be delivered. */
export async function storeNotices(trx: Trx, notices: readonly Notice[], now: Date): Promise<Delivery[]> {
  if (notices.length === 0) return [];
  const known = await whereabouts(
    trx,
    notices.map(({ to }) => to),
  );
  const targets = new Map(known.posts);
  const rows = [];
  for (const notice of notices) {
    const target = await targetOf(trx, notice.to, { ...known, posts: targets });
    targets.set(notice.key, target);
    rows.push(messageRow(notice, target, now));
  }
  const stored = await trx
    .insertInto('message')
    .values(rows)
    .onConflict((oc) => oc.column('key').doNothing())
    .returning(['id', 'conversationId', 'personId', 'state'])
    .execute();
  return stored
    .filter(({ state }) => state === 'due')
    .map((row) => ({ messageId: row.id, conversation: orderOf(row) }));
}

/** Everything that is to be sent, oldest first. */
export async function dueDeliveries(trx: Trx): Promise<Delivery[]> {
  const rows = await trx
    .selectFrom('message')
    .select(['id', 'conversationId', 'personId'])
    .where('state', '=', 'due')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ messageId: row.id, conversation: orderOf(row) }));
}

/** The key of a message, also of a copy that was posted lower in its conversation: see `copyOf`. */
const keyWithoutCopy = sql<string>`split_part(key, '#', 1)`;

/** These referrals and the others of the same pupil: their cards tell of each other (R12). */
const sameTrail = (trx: Trx, referrals: readonly ReferralId[]) =>
  trx
    .selectFrom('referral as one')
    .innerJoin('referral as other', 'other.trailId', 'one.trailId')
    .select('other.id')
    .where('one.id', 'in', [...new Set(referrals)]);

/**
 * Asks for a fresh filling of living messages, by their keys and by the referrals that they show, with those of the same trail. Several requests before the next sending become one edit. One that Teams
 * did not take for too long gets a new chance. `anew`: sent also when the card has not changed.
 */
export async function refreshMessages(
  trx: Trx,
  keys: readonly PostKey[],
  referrals: readonly ReferralId[] = [],
  anew = false,
): Promise<Delivery[]> {
  if (keys.length === 0 && referrals.length === 0) return [];
  const rows = await trx
    .updateTable('message')
    .set({
      wantedRevision: sql`wanted_revision + 1`,
      ...(anew ? { sentDigest: null } : {}),
      state: sql`case when state = 'sent' or reason = 'not-delivered' then 'due' else state end`,
    })
    .where((eb) =>
      eb.or([
        ...(keys.length === 0 ? [] : [eb(keyWithoutCopy, 'in', [...new Set(keys)])]),
        ...(referrals.length === 0
          ? []
          : [eb.and([eb('referralId', 'in', sameTrail(trx, referrals)), eb('living', '=', true)])]),
      ]),
    )
    .where((eb) => eb.or([eb('conversationId', 'is not', null), eb('personId', 'is not', null)]))
    .returning(['id', 'conversationId', 'personId', 'seq'])
    .execute();
  // A post that is gone is made anew before the replies under it.
  const inOrder = rows.toSorted((one, other) => one.seq - other.seq);
  return inOrder.map((row) => ({ messageId: row.id, conversation: orderOf(row) }));
}

/**
 * Messages that waited for a channel of this organisation can go out now that it has one. What the desk was told about
 * them is brought up to date.
 */
export async function releaseMessages(trx: Trx, organisationId: string): Promise<Delivery[]> {
  const waiting = await trx
    .selectFrom('message')
    .select('id')
    .where('organisationId', '=', organisationId as OrganisationId)
    .where('state', '=', 'undeliverable')
    .where('reason', 'in', ['no-channel', 'suspended', 'gone', 'nothing-to-reply-to'])
    .execute();
  return resendMessages(
    trx,
    waiting.map((row) => row.id),
  );
}

/** Sends messages that were kept, and tries those again that could not be delivered, oldest first: in the organisation's present channel, if it has one. */
export async function resendMessages(trx: Trx, ids: readonly string[]): Promise<Delivery[]> {
  if (ids.length === 0) return [];
  const deliveries: Delivery[] = [];
  const told = new Set<string>();
  for (const row of await undeliverable(trx, ids)) {
    const channel = row.organisationId === null ? {} : await channelTarget(trx, row.organisationId);
    const conversationId = channel.conversationId ?? row.conversationId ?? null;
    if (conversationId === null && row.personId === null) continue;
    await trx
      .updateTable('message')
      .set({ ...channel, state: 'due', reason: null, failedAt: null })
      .where('id', '=', row.id)
      .execute();
    deliveries.push({ messageId: row.id, conversation: orderOf({ conversationId, personId: row.personId }) });
    told.add(`undelivered:${row.organisationId ?? 'chat'}:%`);
  }
  return [...deliveries, ...(await refreshLike(trx, [...told]))];
}

const undeliverable = (trx: Trx, ids: readonly string[]) =>
  trx
    .selectFrom('message')
    .select(['id', 'organisationId', 'conversationId', 'personId'])
    .where('id', 'in', [...ids])
    .where('state', 'in', ['undeliverable', 'held'])
    .orderBy('seq')
    .execute();

/** What the desk was told of what could not be delivered. */
async function refreshLike(trx: Trx, patterns: readonly string[]): Promise<Delivery[]> {
  const keys: PostKey[] = [];
  for (const pattern of patterns) {
    const rows = await trx
      .selectFrom('message')
      .select('key')
      .where(sql<boolean>`key like 'undelivered:%'`)
      .where('key', 'like', pattern)
      .execute();
    keys.push(...rows.map((row) => postKey(row.key)));
  }
  return refreshMessages(trx, keys);
}
