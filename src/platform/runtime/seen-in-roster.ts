import { sql } from 'kysely';
import type { Actor } from '../../contracts/actor.js';
import type { Address, Connector } from '../../contracts/connector.js';
import type { Member } from '../../contracts/turn.js';
import type { ChannelId, OrganisationId } from '../../domain/ids.js';
import { rosterHoldsMs } from '../storage/read.js';
import type { Runtime } from './perform.js';

/** So old may Teams' word be that somebody is in a team, when personal data opens. */
const freshMs = 5 * 60_000;
/** Asks Teams who is in a conversation; null when it does not say so, or not in time. */
export type AskRoster = (of: Address) => Promise<readonly Member[] | null>;

/**
 * Makes it so that a press never waits long: Teams itself waits five seconds for the answer. Whoever asks of a conversation while
 * another does, gets the same answer: a whole team that opens a file at once asks Teams once.
 */
export function askInTime(ask: Connector['members'], patienceMs = 3_000): AskRoster {
  const asked = new Map<string, ReturnType<Connector['members']>>();
  return (of) => {
    const key = JSON.stringify([of.tenantId, of.conversationId, of.serviceUrl]);
    const asking = asked.get(key) ?? ask(of).finally(() => asked.delete(key));
    asked.set(key, asking);
    return inTime(asking, patienceMs);
  };
}

/** Who acts, for the organisations in whose teams Teams says now that he or she is. */
export interface Seen {
  readonly actor: Actor;
  /** Teams did not say it of every team. */
  readonly silent: boolean;
}

interface Place {
  readonly id: ChannelId;
  readonly organisationId: OrganisationId;
  readonly tenantId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly isFresh: boolean;
}

/**
 * Asks Teams, for every place that gives this person a right here, whether he or she is in its team; what it said some minutes
 * ago is good enough. Only for what opens personal data: other presses live by the roster as it was stored.
 */
export async function seenInRoster(parts: Runtime, ask: AskRoster, actor: Actor): Promise<Seen> {
  if (actor.organisations.length === 0) return { actor, silent: false };
  const found = await Promise.all(
    (await placesOf(parts, actor)).map(async (place) => ({
      place,
      isIn: place.isFresh ? true : await isIn(parts, place, actor, ask),
    })),
  );
  const sure = new Set(found.filter(({ isIn }) => isIn === true).map(({ place }) => place.organisationId));
  return {
    actor: { ...actor, organisations: actor.organisations.filter(({ id }) => sure.has(id)) },
    silent: found.some(({ isIn }) => isIn === null),
  };
}

/** The linked places by which this person acts here: the channel, or in personal chat those in whose stored roster he or she is. */
async function placesOf(parts: Runtime, { person, channel, conversation }: Actor): Promise<Place[]> {
  const now = parts.clock.now().getTime();
  const { rows } = await sql<Place>`
    select c.id, c.organisation_id as "organisationId", c.tenant_id as "tenantId",
      c.conversation_id as "conversationId", c.service_url as "serviceUrl",
      coalesce(m.rostered_at > ${new Date(now - freshMs)}, false) as "isFresh"
    from channel c left join membership m on m.channel_id = c.id and m.person_id = ${person.id}
    where c.state = 'linked' and (c.id = ${channel?.id ?? null}
      or ${conversation.scope === 'personal'} and m.checked_at > ${new Date(now - rosterHoldsMs)})`.execute(
    parts.database.kysely,
  );
  return rows;
}

/** What is known for longer stays so: a member of the demo is never asked for again. */
const laterOf = (now: Date) => sql<Date>`greatest(membership.checked_at, ${now})`;

/** Whether Teams has somebody in its roster now, noted as such; null when it does not say so in time, or gives an empty one. */
async function isIn(parts: Runtime, place: Place, { person }: Actor, ask: AskRoster): Promise<boolean | null> {
  const members = await ask({ ...place, threadId: null });
  if (members === null || members.length === 0) return null;
  const isThere = members.some(({ aadObjectId }) => aadObjectId === person.aadObjectId);
  const row = { personId: person.id, channelId: place.id };
  const now = parts.clock.now();
  if (isThere)
    await parts.database.kysely
      .insertInto('membership')
      .values({ ...row, checkedAt: now, rosteredAt: now })
      .onConflict((oc) =>
        oc.columns(['personId', 'channelId']).doUpdateSet({ checkedAt: laterOf(now), rosteredAt: now }),
      )
      .execute();
  else
    await parts.database.kysely
      .deleteFrom('membership')
      .where('personId', '=', row.personId)
      .where('channelId', '=', row.channelId)
      .execute();
  return isThere;
}

/** What was asked for, or null when it fails or takes too long; an answer that comes later is not looked at. */
async function inTime<T>(asked: Promise<T>, patience: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
