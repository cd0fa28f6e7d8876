import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../contracts/actor.js';
import type { Turn } from '../../contracts/turn.js';
import type { PersonId } from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
import type { Organisation, Person, Channel } from '../../domain/organisation.js';
import type { Settings } from '../../domain/settings.js';
import type { Runtime } from './perform.js';
import { askAnew, seenHoldsMs, type AskRoster } from './seen-in-roster.js';
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
  /** Of the channel it happens in, in which guests may do nothing. */
  readonly isGuest: boolean;
  /** Of a team by which somebody would act in personal chat. */
  readonly isGuestSomewhere: boolean;
  /** Teams has to be asked: in personal chat a team was checked too long ago, or who presses in a channel was never seen there. */
  readonly isUnsure: boolean;
  /** Of every team by which he or she acts here, Teams said some minutes ago at most that he or she is in it. */
  readonly isSeen: boolean;
  readonly settings: Readonly<Record<string, unknown>> | null;
}

const nothingKnown: Known = {
  person: null,
  channel: null,
  own: null,
  others: [],
  checkedAt: null,
  isGuest: false,
  isGuestSomewhere: false,
  isUnsure: false,
  isSeen: false,
  settings: null,
};

/**
 * Everything known of who acts here: the person, the linked channel and its organisation, the other organisations, the
 * settings. Somebody of another tenant is known under his or her own, or by standing in the roster of this channel.
 */
async function lookUp({ database, clock }: Runtime, { sender, conversation: at }: Turn): Promise<Known> {
  const since = new Date(clock.now().getTime() - rosterHoldsMs);
  const seen = new Date(clock.now().getTime() - seenHoldsMs);
  const { rows } = await sql<Known>`
    select to_jsonb(p) as person, to_jsonb(l) as channel, to_jsonb(o) as own, m.checked_at as checked_at,
      coalesce(m.is_guest and not l.guests_allowed, false) as is_guest,
      (select jsonb_object_agg(key, value) from setting) as settings,
      ${at.scope} = 'personal' and exists (select from membership n join channel y on y.id = n.channel_id
        where n.person_id = p.id and y.state = 'linked' and n.is_guest and not y.guests_allowed) as is_guest_somewhere,
      case when ${at.scope} = 'personal' then exists (select from membership n join channel y on y.id = n.channel_id
          where n.person_id = p.id and y.state = 'linked' and n.checked_at <= ${since})
        else l.id is not null and m.checked_at is null end as is_unsure,
      case when ${at.scope} = 'personal' then not exists (select from membership n join channel y on y.id = n.channel_id
          where n.person_id = p.id and y.state = 'linked' and n.checked_at > ${since} and (not n.is_guest or y.guests_allowed)
            and (n.rostered_at is null or n.rostered_at <= ${seen}))
        else coalesce(m.rostered_at > ${seen}, false) end as is_seen,
      (select coalesce(jsonb_agg(to_jsonb(x) order by x.name), '[]') from organisation x where ${at.scope} = 'personal'
        and x.id in (select y.organisation_id from membership n join channel y on y.id = n.channel_id
          where n.person_id = p.id and y.state = 'linked' and n.checked_at > ${since}
            and (not n.is_guest or y.guests_allowed))) as others
    from (select 1) one
      left join channel l on l.tenant_id = ${at.tenantId} and l.conversation_id = ${at.conversationId} and l.state = 'linked'
      left join lateral (select * from person x where x.aad_object_id = ${sender.aadObjectId} and (x.tenant_id = ${sender.tenantId}
        or exists (select from membership n where n.person_id = x.id and n.channel_id = l.id))
        order by x.tenant_id = ${sender.tenantId} desc limit 1) p on true
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
export async function actorOf(
  parts: Runtime,
  turn: Turn,
  forced: Language | null,
  ask: AskRoster | null = null,
): Promise<Acting> {
  const language = forced ?? languageOf(turn.locale);
  const first = await lookUp(parts, turn);
  const person = await rememberPerson(parts, fromJson<Person>(first.person), turn, language);
  const isAsked = first.isUnsure && ask !== null && isSpoken(turn);
  const isSilent = isAsked && (await askAnew(parts, ask, person, turn.conversation));
  const known = isAsked ? await lookUp(parts, turn) : first;
  const channel = channelFrom(known.channel);
  if (channel !== null) await vouch(parts, person.id, channel, known.checkedAt);
  if (channel !== null) await renewUrl(parts, channel, turn.conversation.serviceUrl);
  const own = known.isGuest ? null : fromJson<Organisation>(known.own);
  const others = known.others.map((row) => fromJson<Organisation>(row));
  const actor = {
    person,
    conversation: turn.conversation,
    channel,
    organisations: [...(own === null ? [] : [own]), ...others.filter((other) => other.id !== own?.id)],
    language: channelLanguage(turn, fromJson<Organisation>(known.own), forced) ?? language,
    doubt: doubtOf(known, isSilent),
    isSeen: known.isSeen,
  };
  return { actor, settings: settingsFrom(known.settings ?? {}) };
}

/** Somebody who does something; what Teams tells by itself asks for no rights. */
const isSpoken = ({ kind }: Turn): boolean => kind === 'press' || kind === 'words' || kind === 'query';

const doubtOf = ({ isGuest, isGuestSomewhere }: Known, isSilent: boolean): Actor['doubt'] =>
  isGuest || isGuestSomewhere ? 'guest' : isSilent ? 'silent' : null;

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
    tenantId: known?.tenantId ?? sender.tenantId,
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

/** Where a channel is reached is what came in last says: Teams may move it to another address (bot-docs#1829). */
async function renewUrl({ database }: Runtime, { id, serviceUrl: known }: Channel, serviceUrl: string): Promise<void> {
  if (known !== serviceUrl)
    await database.kysely.updateTable('channel').set({ serviceUrl }).where('id', '=', id).execute();
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
