import { sql } from 'kysely';
import type { Actor } from '../../contracts/actor.js';
import type { Address, Connector } from '../../contracts/connector.js';
import type { Conversation, Member } from '../../contracts/turn.js';
import type { ChannelId, OrganisationId, PersonId } from '../../domain/ids.js';
import type { Person } from '../../domain/organisation.js';
import { rosterHoldsMs } from '../storage/read.js';
import type { Runtime } from './perform.js';

/** So old may Teams' word be that somebody is in a team, when personal data opens. */
export const seenHoldsMs = 5 * 60_000;
/** What Teams can be asked while a press waits; null when it does not say so, or not in time. */
export interface AskRoster {
  everybody(of: Address): Promise<readonly Member[] | null>;
  /** `gone`: Teams says that he or she is not there. */
  one(of: Address, teamsId: string): Promise<Member | 'gone' | null>;
}

/**
 * Makes it so that a press never waits long: Teams itself waits five seconds for the answer. Whoever asks of a conversation while
 * another does, gets the same answer: a whole team that opens a file at once asks Teams once.
 */
export function askInTime(connector: Pick<Connector, 'members' | 'member'>, patienceMs = 3_000): AskRoster {
  const asked = new Map<string, ReturnType<Connector['members']>>();
  return {
    everybody(of) {
      const key = JSON.stringify([of.tenantId, of.conversationId, of.serviceUrl]);
      const asking = asked.get(key) ?? connector.members(of).finally(() => asked.delete(key));
      asked.set(key, asking);
      return inTime(asking, patienceMs);
    },
    one: (of, teamsId) =>
      inTime(
        connector.member(of, teamsId).then((member) => member ?? 'gone'),
        patienceMs,
      ),
  };
}

/** Why somebody acts for less than before: Teams does not say so of every team, somebody is out of one, or a guest there. */
export type Doubt = 'silent' | 'gone' | 'guest';

/** Who acts, for the organisations in whose teams Teams says now that he or she is. */
export interface Seen {
  readonly actor: Actor;
  readonly doubt: Doubt | null;
}

interface Place {
  readonly id: ChannelId;
  readonly organisationId: OrganisationId;
  readonly tenantId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly guestsAllowed: boolean;
  readonly isFresh: boolean;
}

/** `in`: with the rights of the place. */
type Standing = 'in' | Doubt;

/**
 * Asks Teams, for every place that gives this person a right here, whether he or she is in its team; what it said some minutes
 * ago is good enough. Only for what opens personal data: other presses live by the roster as it was stored.
 */
export async function seenInRoster(parts: Runtime, ask: AskRoster, actor: Actor): Promise<Seen> {
  if (actor.organisations.length === 0 || actor.isSeen === true) return { actor, doubt: null };
  const found = await Promise.all(
    (await placesOf(parts, actor)).map(async (place) => ({
      place,
      standing: place.isFresh ? ('in' as const) : await standingIn(parts, place, actor, ask),
    })),
  );
  const sure = new Set(found.filter(({ standing }) => standing === 'in').map(({ place }) => place.organisationId));
  const standings = new Set<Standing>(found.map(({ standing }) => standing));
  return {
    actor: { ...actor, organisations: actor.organisations.filter(({ id }) => sure.has(id)) },
    doubt: (['silent', 'guest', 'gone'] as const).find((doubt) => standings.has(doubt)) ?? null,
  };
}

/**
 * Asks Teams anew of places that know this person too long ago, or not yet; true when it does not say it of every one.
 * So nobody is refused only because nobody asked.
 */
export async function askAnew(
  parts: Runtime,
  ask: AskRoster,
  person: Person,
  { tenantId, conversationId, scope }: Conversation,
): Promise<boolean> {
  const since = new Date(parts.clock.now().getTime() - rosterHoldsMs);
  const { rows } = await sql<Place>`
    select ${placeColumns}, false as "isFresh"
    from channel c left join membership m on m.channel_id = c.id and m.person_id = ${person.id}
    where c.state = 'linked' and (${scope} = 'personal' and m.checked_at <= ${since}
      or c.tenant_id = ${tenantId} and c.conversation_id = ${conversationId} and m.person_id is null)`.execute(
    parts.database.kysely,
  );
  const standings = await Promise.all(rows.map((place) => standingIn(parts, place, { person }, ask)));
  return standings.includes('silent');
}

const placeColumns = sql`c.id, c.organisation_id as "organisationId", c.tenant_id as "tenantId",
  c.conversation_id as "conversationId", c.service_url as "serviceUrl", c.guests_allowed as "guestsAllowed"`;

/** The linked places by which this person acts here: the channel, or in personal chat those in whose stored roster he or she is. */
async function placesOf(parts: Runtime, { person, channel, conversation }: Actor): Promise<Place[]> {
  const now = parts.clock.now().getTime();
  const { rows } = await sql<Place>`
    select ${placeColumns}, coalesce(m.rostered_at > ${new Date(now - seenHoldsMs)}, false) as "isFresh"
    from channel c left join membership m on m.channel_id = c.id and m.person_id = ${person.id}
    where c.state = 'linked' and (c.guests_allowed or m.is_guest is not true) and (c.id = ${channel?.id ?? null}
      or ${conversation.scope === 'personal'} and m.checked_at > ${new Date(now - rosterHoldsMs)})`.execute(
    parts.database.kysely,
  );
  return rows;
}

/** What is known for longer stays so: a member of the demo is never asked for again. */
const laterOf = (now: Date) => sql<Date>`greatest(membership.checked_at, ${now})`;

/** How somebody stands in a place by Teams' roster now, noted as such. Who is not in the list is asked for by name: it may be a half one. */
async function standingIn(
  parts: Runtime,
  place: Place,
  { person }: Pick<Actor, 'person'>,
  ask: AskRoster,
): Promise<Standing> {
  const at = { ...place, threadId: null };
  const members = await ask.everybody(at);
  if (members === null || members.length === 0) return 'silent';
  const listed = members.find(({ aadObjectId }) => aadObjectId === person.aadObjectId);
  const member = listed ?? (await ask.one(at, person.teamsId));
  if (member === null) return 'silent';
  const row = { personId: person.id, channelId: place.id };
  if (member === 'gone') {
    await leaves(parts, row);
    return 'gone';
  }
  await staysIn(parts, row, member.isGuest);
  return member.isGuest && !place.guestsAllowed ? 'guest' : 'in';
}

type Row = { readonly personId: PersonId; readonly channelId: ChannelId };

async function staysIn(parts: Runtime, row: Row, isGuest: boolean): Promise<void> {
  const now = parts.clock.now();
  await parts.database.kysely
    .insertInto('membership')
    .values({ ...row, checkedAt: now, rosteredAt: now, isGuest })
    .onConflict((oc) =>
      oc.columns(['personId', 'channelId']).doUpdateSet({ checkedAt: laterOf(now), rosteredAt: now, isGuest }),
    )
    .execute();
}

async function leaves(parts: Runtime, { personId, channelId }: Row): Promise<void> {
  await parts.database.kysely
    .deleteFrom('membership')
    .where('personId', '=', personId)
    .where('channelId', '=', channelId)
    .execute();
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
