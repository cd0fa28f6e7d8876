import { randomUUID } from 'node:crypto';
import type { Connector } from '../../contracts/connector.js';
import type { Sender } from '../../contracts/turn.js';
import type { PersonId, PlaceId } from '../../domain/ids.js';
import type { Place } from '../../domain/organisation.js';
import type { Runtime } from '../runtime/perform.js';

/** Fetches who is in a linked place and stores exactly that: who left has no rights from then on. */
export async function fetchRoster(parts: Runtime, connector: Connector, placeId: string): Promise<void> {
  const db = parts.database.kysely;
  const place = await db
    .selectFrom('place')
    .selectAll()
    .where('id', '=', placeId as PlaceId)
    .executeTakeFirst();
  if (place?.state !== 'linked') return;
  const members = (await connector.members({ ...place, threadId: null })).filter((member) => member.aadObjectId !== '');
  await storeRoster(parts, place, members);
}

/** Linked places whose roster was not fetched since this moment. */
export async function placesToCheck(parts: Runtime, before: Date): Promise<string[]> {
  const rows = await parts.database.kysely
    .selectFrom('place')
    .select('id')
    .where('state', '=', 'linked')
    .where((eb) => eb.or([eb('rosterCheckedAt', 'is', null), eb('rosterCheckedAt', '<', before)]))
    .execute();
  return rows.map((row) => row.id);
}

async function storeRoster(parts: Runtime, place: Place, members: readonly Sender[]): Promise<void> {
  const now = parts.clock.now();
  await parts.database.kysely.transaction().execute(async (trx) => {
    const ids: PersonId[] = [];
    for (const { aadObjectId, teamsId, name } of members) {
      const known = { teamsId, name };
      const row = await trx
        .insertInto('person')
        .values({
          id: randomUUID() as string as PersonId,
          tenantId: place.tenantId,
          aadObjectId,
          ...known,
          language: 'nl',
          personalConversationId: null,
          serviceUrl: place.serviceUrl,
        })
        .onConflict((oc) => oc.columns(['tenantId', 'aadObjectId']).doUpdateSet(known))
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.push(row.id);
    }
    await trx
      .deleteFrom('membership')
      .where('placeId', '=', place.id)
      .$if(ids.length > 0, (q) => q.where('personId', 'not in', ids))
      .execute();
    for (const personId of ids) {
      await trx
        .insertInto('membership')
        .values({ personId, placeId: place.id, checkedAt: now })
        .onConflict((oc) => oc.columns(['personId', 'placeId']).doUpdateSet({ checkedAt: now }))
        .execute();
    }
    await trx.updateTable('place').set({ rosterCheckedAt: now }).where('id', '=', place.id).execute();
  });
}
