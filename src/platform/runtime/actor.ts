import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../contracts/actor.js';
import type { Conversation, Sender, Turn } from '../../contracts/turn.js';
import type { PersonId } from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
import type { Organisation, Person, Channel } from '../../domain/organisation.js';
import type { Settings } from '../../domain/settings.js';
import type { Runtime } from './perform.js';
import { fromJson, type Json } from '../storage/rows/from-json.js';
import { rosterHoldsMs } from '../storage/read.js';
import { settingsFrom } from '../storage/settings.js';

/** The person's own language; everything that is not English gets Dutch. */
const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'nl');

/** Who acts, and what the desk has set: both made anew at every turn, in one statement. */
export interface Acting {
  readonly actor: Actor;
  readonly settings: Settings;
}

interface Known {
  readonly person: Json | null;
  readonly channel: Json | null;
  readonly own: Json | null;
  readonly others: readonly Json[];
  readonly checkedAt: Date | null;
  readonly settings: Readonly<Record<string, unknown>> | null;
}

const nothingKnown: Known = { person: null, channel: null, own: null, others: [], checkedAt: null, settings: null };

/** Everything known of who acts here: the person, the linked channel and its organisation, the other organisations, the settings. */
async function lookUp({ database, clock }: Runtime, sender: Sender, at: Conversation): Promise<Known> {
  const since = new Date(clock.now().getTime() - rosterHoldsMs);
  const { rows } = await sql<Known>`
    select to_jsonb(p) as person, to_jsonb(l) as channel, to_jsonb(o) as own, m.checked_at as checked_at,
      (select jsonb_object_agg(key, value) from setting) as settings,
      (select coalesce(jsonb_agg(to_jsonb(x) order by x.name), '[]') from organisation x where ${at.scope} = 'personal'
        and x.id in (select y.organisation_id from membership n join channel y on y.id = n.channel_id
          where n.person_id = p.id and y.state = 'linked' and n.checked_at > ${since})) as others
    from (select 1) one
      left join person p on p.tenant_id = ${at.tenantId} and p.aad_object_id = ${sender.aadObjectId}
      left join channel l on l.tenant_id = ${at.tenantId} and l.conversation_id = ${at.conversationId} and l.state = 'linked'
      left join organisation o on o.id = l.organisation_id
      left join membership m on m.person_id = p.id and m.channel_id = l.id`.execute(database.kysely);
  return rows[0] ?? nothingKnown;
}

const channelFrom = (row: Json | null): Channel | null => {
  const channel = fromJson<Channel>(row);
  if (channel === null) return null;
  const { linkedAt, rosterCheckedAt } = channel;
  return {
    ...channel,
    linkedAt: new Date(linkedAt),
    rosterCheckedAt: rosterCheckedAt === null ? null : new Date(rosterCheckedAt),
  };
};

/**
 * Who acts, for whom, where: made anew at every turn. Being in a linked conversation is what Teams has just vouched for
 * with its token, so it counts as a fresh line of the roster; in personal chat the stored roster decides.
 */
export async function actorOf(parts: Runtime, turn: Turn, forced: Language | null): Promise<Acting> {
  const language = forced ?? languageOf(turn.locale);
  const known = await lookUp(parts, turn.sender, turn.conversation);
  const person = await rememberPerson(parts, fromJson<Person>(known.person), turn, language);
  const channel = channelFrom(known.channel);
  if (channel !== null) await vouch(parts, person.id, channel, known.checkedAt);
  const own = fromJson<Organisation>(known.own);
  const others = known.others.map((row) => fromJson<Organisation>(row));
  const actor = {
    person,
    conversation: turn.conversation,
    channel,
    organisations: [...(own === null ? [] : [own]), ...others.filter((other) => other.id !== own?.id)],
    language: channelLanguage(turn, own, forced) ?? language,
  };
  return { actor, settings: settingsFrom(known.settings ?? {}) };
}

/** In channels and group chats the organisation decides. */
const channelLanguage = (turn: Turn, own: Organisation | null, forced: Language | null): Language | null =>
  forced ?? (turn.conversation.scope === 'personal' ? null : (own?.language ?? null));

/** The person as known until now, or as Teams tells it today; stored when that is something new. */
async function rememberPerson(
  parts: Runtime,
  known: Person | null,
  { sender, conversation }: Turn,
  language: Language,
): Promise<Person> {
  const personal = conversation.scope === 'personal';
  const next = {
    tenantId: conversation.tenantId,
    aadObjectId: sender.aadObjectId,
    teamsId: sender.teamsId,
    name: sender.name || known?.name || '',
    language,
    personalConversationId: personal ? conversation.conversationId : (known?.personalConversationId ?? null),
    serviceUrl: conversation.serviceUrl,
  };
  if (known !== null && Object.entries(next).every(([key, value]) => known[key as keyof Person] === value))
    return known;
  return parts.database.kysely
    .insertInto('person')
    .values({ id: randomUUID() as string as PersonId, ...next })
    .onConflict((oc) => oc.columns(['tenantId', 'aadObjectId']).doUpdateSet(next))
    .returningAll()
    .executeTakeFirstOrThrow();
}

const freshMs = 3_600_000;

async function vouch(parts: Runtime, personId: PersonId, channel: Channel, checkedAt: Date | null): Promise<void> {
  const now = parts.clock.now();
  if (checkedAt !== null && now.getTime() - checkedAt.getTime() < freshMs) return;
  await parts.database.kysely
    .insertInto('membership')
    .values({ personId, channelId: channel.id, checkedAt: now })
    .onConflict((oc) => oc.columns(['personId', 'channelId']).doUpdateSet({ checkedAt: now }))
    .execute();
}
