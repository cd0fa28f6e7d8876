import { sql, type Transaction } from 'kysely';
import type { Notice } from '../../contracts/outcome.js';
import type { OrganisationId, PersonId, ReferralId } from '../../domain/ids.js';
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
  /** Of each organisation the linked channel its coordinator is in, otherwise the first. */
  readonly channels: ReadonlyMap<string, Partial<Target>>;
  /** Where who has a case is: by organisation and referral. */
  readonly workers: ReadonlyMap<string, Partial<Target>>;
  readonly chats: ReadonlyMap<string, Partial<Target>>;
  readonly posts: ReadonlyMap<string, Target>;
}

export async function whereabouts(
  trx: Trx,
  notices: readonly Pick<Notice, 'to' | 'referralId'>[],
): Promise<Whereabouts> {
  const to = notices.map((notice) => notice.to);
  const desk = to.some((one) => 'desk' in one) ? await deskOf(trx) : null;
  const organisations = to.flatMap((one) => ('organisation' in one ? [one.organisation] : []));
  return {
    desk,
    channels: await linkedChannels(trx, desk === null ? organisations : [...organisations, desk]),
    workers: await channelsOfWorkers(
      trx,
      notices.flatMap((one) => ('organisation' in one.to && one.referralId ? [one.referralId] : [])),
    ),
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

const columns = ['organisationId', 'id as channelId', 'tenantId', 'conversationId', 'serviceUrl'] as const;

async function linkedChannels(trx: Trx, of: readonly OrganisationId[]): Promise<Map<string, Partial<Target>>> {
  if (of.length === 0) return new Map();
  const rows = await trx
    .selectFrom('channel')
    .distinctOn('organisationId')
    .select(columns)
    .where('organisationId', 'in', [...new Set(of)])
    .where('state', '=', 'linked')
    .orderBy('organisationId')
    .orderBy(
      (eb) =>
        eb.exists(
          eb
            .selectFrom('organisation as o')
            .innerJoin('membership as m', 'm.personId', 'o.coordinatorId')
            .select('o.id')
            .whereRef('o.id', '=', 'channel.organisationId')
            .whereRef('m.channelId', '=', 'channel.id'),
        ),
      'desc',
    )
    .orderBy('linkedAt')
    .execute();
  return new Map(rows.map(({ organisationId, ...channel }) => [organisationId, channel]));
}

/**
 * The channel in which who has each of these referrals is, by organisation and referral: a case belongs where its referrer is, and at
 * the provider where who contacted or answered is. Where that is more than one, the one in which it stands already, then the first
 * that was linked.
 */
async function channelsOfWorkers(trx: Trx, of: readonly ReferralId[]): Promise<Map<string, Partial<Target>>> {
  if (of.length === 0) return new Map();
  const { rows } = await sql<Partial<Target> & { readonly organisationId: string; readonly referralId: string }>`
    select distinct on (r.id, c.organisation_id) r.id as referral_id, c.organisation_id, c.id as channel_id, c.tenant_id, c.conversation_id, c.service_url
    from referral r join channel c on c.organisation_id in (r.clb_id, r.provider_id) and c.state = 'linked'
      join membership m on m.channel_id = c.id
        and m.person_id = case when c.organisation_id = r.clb_id then r.referrer_id else coalesce(r.contacted_by, r.answered_by) end
    where r.id = any(${[...new Set(of)]}::uuid[])
    order by r.id, c.organisation_id, exists (select 1 from message x where x.referral_id = r.id and x.living and x.channel_id = c.id) desc, c.linked_at`.execute(
    trx,
  );
  return new Map(
    rows.map(({ organisationId, referralId, ...channel }) => [`${organisationId} ${referralId}`, channel]),
  );
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
export async function targetOf(
  trx: Trx,
  { to, referralId }: Pick<Notice, 'to' | 'referralId'>,
  known: Whereabouts,
): Promise<Target> {
  if ('conversation' in to) {
    const { tenantId, conversationId, serviceUrl } = to.conversation;
    return { ...nowhere, tenantId, conversationId, serviceUrl, threadId: to.threadId ?? null };
  }
  if ('person' in to) return { ...nowhere, personId: to.person, ...known.chats.get(to.person) };
  if ('channel' in to) return { ...nowhere, channelId: to.channel, ...(await conversationOf(trx, to.channel)) };
  if ('under' in to) return { ...nowhere, ...known.posts.get(to.under), underKey: to.under };
  const organisationId = 'desk' in to ? known.desk : to.organisation;
  const channel = known.workers.get(`${organisationId} ${referralId}`) ?? known.channels.get(organisationId ?? '');
  return { ...nowhere, organisationId, ...channel };
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

/** Where a message of an organisation goes now: where it was, while that is linked, otherwise where who has the case is, then the coordinator, then the first; empty when it has none. */
export async function channelTarget(
  trx: Trx,
  {
    organisationId,
    channelId,
    referralId,
  }: Pick<MessageRow, 'channelId' | 'referralId'> & { organisationId: OrganisationId },
): Promise<Partial<Target>> {
  const own =
    channelId === null
      ? undefined
      : await trx
          .selectFrom('channel')
          .select(columns)
          .where('id', '=', channelId)
          .where('state', '=', 'linked')
          .executeTakeFirst();
  if (own?.organisationId === organisationId) return own;
  const workers = await channelsOfWorkers(trx, referralId === null ? [] : [referralId]);
  return (
    workers.get(`${organisationId} ${referralId}`) ??
    (await linkedChannels(trx, [organisationId])).get(organisationId) ??
    {}
  );
}
