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
 * Fetches who is in a linked channel and stores exactly that: who left has no rights from then on. Throws
 * {@link EmptyRoster} when Teams names nobody: then everything stays as it was, it is asked again, and what it said before
 * ends by itself (`rosterHoldsMs`) when it says nothing better.
 */
export async function fetchRoster(parts: Runtime, connector: Connector, channelId: string): Promise<void> {
  const db = parts.database.kysely;
  const channel = await db
    .selectFrom('channel')
    .selectAll()
    .where('id', '=', channelId as ChannelId)
    .executeTakeFirst();
  if (channel?.state !== 'linked') return;
  const members = (await connector.members({ ...channel, threadId: null })).filter(
    (member) => member.aadObjectId !== '',
  );
  if (members.length === 0) throw new EmptyRoster(`Teams names nobody in channel ${channel.id}`);
  await storeRoster(parts, channel, members);
}

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
    for (const { aadObjectId, teamsId, name, email, chatName, givenName } of members.toSorted(byPerson)) {
      const known = { teamsId, name };
      const row = await trx
        .insertInto('person')
        .values({
          id: randomUUID() as string as PersonId,
          tenantId: channel.tenantId,
          aadObjectId,
          ...known,
          language: 'nl',
          personalConversationId: null,
          serviceUrl: channel.serviceUrl,
        })
        .onConflict((oc) => oc.columns(['tenantId', 'aadObjectId']).doUpdateSet(known))
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.push(row.id);
      await rememberWays(trx, row.id, { rosterEmail: email, chatName, givenName });
    }
    await trx.deleteFrom('membership').where('channelId', '=', channel.id).where('personId', 'not in', ids).execute();
    for (const personId of ids) {
      await trx
        .insertInto('membership')
        .values({ personId, channelId: channel.id, checkedAt: now, rosteredAt: now })
        .onConflict((oc) => oc.columns(['personId', 'channelId']).doUpdateSet({ checkedAt: now, rosteredAt: now }))
        .execute();
    }
    await trx.updateTable('channel').set({ rosterCheckedAt: now }).where('id', '=', channel.id).execute();
  });
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
