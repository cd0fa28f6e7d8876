import { randomUUID } from 'node:crypto';
import type { Actor } from '../contracts/actor.js';
import type { Conversation, Sender, Turn } from '../contracts/turn.js';
import type { PersonId } from '../domain/ids.js';
import type { Language } from '../domain/language.js';
import type { Organisation, Person, Place } from '../domain/organisation.js';
import type { Performing } from './perform.js';
import { createRead } from './storage/read.js';

/** The person's own language; everything that is not English gets Dutch. */
const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'nl');

/**
 * Who acts, for whom, where: made anew at every turn. Being in a linked conversation is what Teams has just vouched for
 * with its token, so it counts as a fresh line of the roster; in personal chat the stored roster decides.
 */
export async function actorOf(parts: Performing, turn: Turn, forced: Language | null): Promise<Actor> {
  const language = forced ?? languageOf(turn.locale);
  const person = await rememberPerson(parts, turn.sender, turn.conversation, language);
  const read = createRead(parts.database.kysely, parts.sealer, parts.clock.now());
  const place = await linkedPlace(parts, turn.conversation);
  if (place !== null) await vouch(parts, person.id, place);
  const own = place === null ? null : await read.organisation(place.organisationId);
  const others = turn.conversation.scope === 'personal' ? await read.organisationsOf(person.id) : [];
  const organisations = [...(own === null ? [] : [own]), ...others.filter((other) => other.id !== own?.id)];
  return {
    person,
    conversation: turn.conversation,
    place,
    organisations,
    language: placeLanguage(turn, own, forced) ?? language,
  };
}

/** In channels and group chats the organisation decides. */
const placeLanguage = (turn: Turn, own: Organisation | null, forced: Language | null): Language | null =>
  forced ?? (turn.conversation.scope === 'personal' ? null : (own?.language ?? null));

async function linkedPlace(parts: Performing, conversation: Conversation): Promise<Place | null> {
  const read = createRead(parts.database.kysely, parts.sealer, parts.clock.now());
  const place = await read.placeAt(conversation.tenantId, conversation.conversationId);
  return place?.state === 'linked' ? place : null;
}

async function rememberPerson(
  parts: Performing,
  sender: Sender,
  conversation: Conversation,
  language: Language,
): Promise<Person> {
  const personal = conversation.scope === 'personal';
  const db = parts.database.kysely;
  const known = await db
    .selectFrom('person')
    .selectAll()
    .where('tenantId', '=', conversation.tenantId)
    .where('aadObjectId', '=', sender.aadObjectId)
    .executeTakeFirst();
  const next = {
    tenantId: conversation.tenantId,
    aadObjectId: sender.aadObjectId,
    teamsId: sender.teamsId,
    name: sender.name || known?.name || '',
    language,
    personalConversationId: personal ? conversation.conversationId : (known?.personalConversationId ?? null),
    serviceUrl: conversation.serviceUrl,
  };
  if (known !== undefined && Object.entries(next).every(([key, value]) => known[key as keyof Person] === value))
    return known;
  return db
    .insertInto('person')
    .values({ id: randomUUID() as string as PersonId, ...next })
    .onConflict((oc) => oc.columns(['tenantId', 'aadObjectId']).doUpdateSet(next))
    .returningAll()
    .executeTakeFirstOrThrow();
}

const freshMs = 3_600_000;

async function vouch(parts: Performing, personId: PersonId, place: Place): Promise<void> {
  const now = parts.clock.now();
  const db = parts.database.kysely;
  const row = await db
    .selectFrom('membership')
    .select('checkedAt')
    .where('personId', '=', personId)
    .where('placeId', '=', place.id)
    .executeTakeFirst();
  if (row !== undefined && now.getTime() - row.checkedAt.getTime() < freshMs) return;
  await db
    .insertInto('membership')
    .values({ personId, placeId: place.id, checkedAt: now })
    .onConflict((oc) => oc.columns(['personId', 'placeId']).doUpdateSet({ checkedAt: now }))
    .execute();
}
