import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Connector } from '../../contracts/connector.js';
import type { Member } from '../../contracts/turn.js';
import type { PersonId, ChannelId } from '../../domain/ids.js';
import type { Channel } from '../../domain/organisation.js';
import type { WorkerDetails } from '../../domain/worker.js';
import type { Schema } from '../storage/rows/schema.js';
import type { Runtime } from '../runtime/perform.js';

/**
 * Teams said that nobody is in a channel. It was linked by somebody who stood in it, and a team that is gone is told of in
 * another way, so this is a failure of Teams and no truth.
 */
class EmptyRoster extends Error {
  override readonly name = 'EmptyRoster';
}

/**
 * Fetches who is in a linked channel and stores exactly that: who left has no rights from then on. Somebody who is known
 * and not in it is asked for by name first, because a roster may be a half one. Throws {@link EmptyRoster} when Teams
 * names nobody: then everything stays as it was, it is asked again, and what it said before ends by itself
 * (`rosterHoldsMs`) when it says nothing better.
 */
export async function fetchRoster(parts: Runtime, connector: Connector, channelId: string): Promise<void> {
  const db = parts.database.kysely;
  const channel = await db
    .selectFrom('channel')
    .selectAll()
    .where('id', '=', channelId as ChannelId)
    .executeTakeFirst();
  if (channel?.state !== 'linked') return;
  const at = { ...channel, threadId: null };
  const members = (await connector.members(at)).filter((member) => member.aadObjectId !== '');
  if (members.length === 0) throw new EmptyRoster(`Teams names nobody in channel ${channel.id}`);
  const missing = await knownBut(parts, channel, members);
  const found = await Promise.all(missing.map(({ teamsId }) => connector.member(at, teamsId)));
  await storeRoster(parts, channel, [...members, ...found.filter((one) => one !== null)]);
}

/** Who was in its roster before, and is not in this one. */
const knownBut = (parts: Runtime, { id }: Channel, members: readonly Member[]): Promise<{ teamsId: string }[]> =>
  parts.database.kysely
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('person.teamsId')
    .where('membership.channelId', '=', id)
    .where('membership.rosteredAt', 'is not', null)
    .where(
      'person.aadObjectId',
      'not in',
      members.map(({ aadObjectId }) => aadObjectId),
    )
    .execute();

/** Linked channels whose roster was not fetched since this moment. */
export async function channelsToCheck(parts: Runtime, before: Date): Promise<string[]> {
  const rows = await parts.database.kysely
    .selectFrom('channel')
    .select('id')
    .where('state', '=', 'linked')
    .where((eb) => eb.or([eb('rosterCheckedAt', 'is', null), eb('rosterCheckedAt', '<', before)]))
    .execute();
  return rows.map((row) => row.id);
}

/** People in a fixed order, so that the rosters of two channels with the same people do not wait for each other. */
const byPerson = (one: Member, other: Member): number => (one.aadObjectId < other.aadObjectId ? -1 : 1);

async function storeRoster(parts: Runtime, channel: Channel, members: readonly Member[]): Promise<void> {
  const now = parts.clock.now();
  await parts.database.kysely.transaction().execute(async (trx) => {
    const ids: PersonId[] = [];
    for (const member of members.toSorted(byPerson)) {
      const id = await storePerson(trx, channel, member);
      ids.push(id);
      const seen = { checkedAt: now, rosteredAt: now, isGuest: member.isGuest };
      await trx
        .insertInto('membership')
        .values({ personId: id, channelId: channel.id, ...seen })
        .onConflict((oc) => oc.columns(['personId', 'channelId']).doUpdateSet(seen))
        .execute();
    }
    await trx.deleteFrom('membership').where('channelId', '=', channel.id).where('personId', 'not in', ids).execute();
    await trx.updateTable('channel').set({ rosterCheckedAt: now }).where('id', '=', channel.id).execute();
  });
}

/** Under his or her own tenant. What the roster does not say this time stays as it was known. */
async function storePerson(trx: Transaction<Schema>, channel: Channel, member: Member): Promise<PersonId> {
  const { aadObjectId, teamsId, name, email, chatName, givenName } = member;
  const tenantId = member.tenantId ?? channel.tenantId;
  if (tenantId !== channel.tenantId) await moveToTenant(trx, { aadObjectId, from: channel.tenantId, to: tenantId });
  const { id } = await trx
    .insertInto('person')
    .values({
      id: randomUUID() as string as PersonId,
      tenantId,
      aadObjectId,
      teamsId,
      name,
      language: 'nl',
      personalConversationId: null,
      serviceUrl: channel.serviceUrl,
    })
    .onConflict((oc) =>
      oc.columns(['tenantId', 'aadObjectId']).doUpdateSet({
        teamsId,
        name: sql<string>`coalesce(nullif(excluded.name, ''), person.name)`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await rememberWays(trx, id, { rosterEmail: email, chatName, givenName });
  return id;
}

/** Somebody of another tenant was known under the channel's: he or she stays the same person, with everything on the name. */
async function moveToTenant(
  trx: Transaction<Schema>,
  { aadObjectId, from, to }: { readonly aadObjectId: string; readonly from: string; readonly to: string },
): Promise<void> {
  await sql`update person set tenant_id = ${to} where tenant_id = ${from} and aad_object_id = ${aadObjectId}
    and not exists (select from person other where other.tenant_id = ${to} and other.aad_object_id = ${aadObjectId})`.execute(
    trx,
  );
}

/** What the roster tells of how to reach somebody; what it leaves out this time stays as it was known. */
async function rememberWays(
  trx: Transaction<Schema>,
  personId: PersonId,
  { rosterEmail, chatName, givenName }: Pick<WorkerDetails, 'rosterEmail' | 'chatName' | 'givenName'>,
): Promise<void> {
  await sql`insert into worker (person_id, roster_email, chat_name, given_name)
    values (${personId}, ${rosterEmail}, ${chatName}, ${givenName})
    on conflict (person_id) do update set roster_email = coalesce(excluded.roster_email, worker.roster_email),
      chat_name = coalesce(excluded.chat_name, worker.chat_name),
      given_name = coalesce(excluded.given_name, worker.given_name)`.execute(trx);
}
