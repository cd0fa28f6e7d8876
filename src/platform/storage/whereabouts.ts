import type { Transaction } from 'kysely';
import type { To } from '../../contracts/outcome.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import type { MessageRow, Schema } from './rows/schema.js';

type Trx = Transaction<Schema>;

/** The part of a message that says where it goes. */
export type Target = Pick<
  MessageRow,
  'channelId' | 'organisationId' | 'personId' | 'tenantId' | 'conversationId' | 'serviceUrl' | 'threadId' | 'underKey'
>;

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
export interface Whereabouts {
  readonly desk: OrganisationId | null;
  /** The first linked channel of each organisation that has one. */
  readonly channels: ReadonlyMap<string, Partial<Target>>;
  readonly chats: ReadonlyMap<string, Partial<Target>>;
  readonly posts: ReadonlyMap<string, Target>;
}

export async function whereabouts(trx: Trx, to: readonly To[]): Promise<Whereabouts> {
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
export async function targetOf(trx: Trx, to: To, known: Whereabouts): Promise<Target> {
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
export const channelTarget = async (trx: Trx, organisationId: OrganisationId): Promise<Partial<Target>> =>
  (await linkedChannels(trx, [organisationId])).get(organisationId) ?? {};
