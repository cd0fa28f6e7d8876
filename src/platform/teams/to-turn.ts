import { z } from 'zod';
import type {
  Conversation,
  Installation,
  Membership,
  Press,
  Query,
  Sender,
  Turn,
  Words,
} from '../../contracts/turn.js';
import { placeTenantOf, tenantOf } from './activity-shape.js';
import type { TeamsActivity } from './activity-shape.js';
import { plainText } from './plain-text.js';

const fields = z.record(z.string(), z.unknown());
const verb = z.string().regex(/^[\w.:/-]{1,100}$/);
const execute = z.object({ action: z.object({ verb, data: z.unknown().optional() }), trigger: z.unknown().optional() });
const query = z.object({
  commandId: verb,
  parameters: z
    .array(z.object({ name: z.string(), value: z.unknown().optional() }))
    .max(10)
    .nullish(),
});
const defaultLocale = 'nl-BE';

/**
 * What happened, in the bot's own words; null for everything the bot has nothing to do with.
 *
 * Teams tells an installation twice, as `installationUpdate` and as `conversationUpdate` with the bot among the
 * members, in any order: the receiver must be idempotent. An upgrade of the app is neither an installation nor a removal
 * (`add-upgrade`, `remove-upgrade`). When the bot and people join at once, the installation is told.
 */
export function toTurn(activity: TeamsActivity): Turn | null {
  switch (activity.type) {
    case 'invoke':
      return invoked(activity);
    case 'message':
      return submitted(activity) ?? said(activity);
    case 'installationUpdate':
      return installation(activity);
    case 'conversationUpdate':
      return membership(activity);
    default:
      return null;
  }
}

function invoked(activity: TeamsActivity): Press | Query | null {
  if (activity.name === 'adaptiveCard/action') return executed(activity);
  return activity.name === 'composeExtension/query' ? asked(activity) : null;
}

/**
 * A query of the message extension. It comes from any chat, also one between two people that calls itself personal and
 * in which the bot is not: it never counts as somebody's own chat with the bot.
 */
function asked(activity: TeamsActivity): Query | null {
  const value = query.safeParse(activity.value).data;
  if (!value) return null;
  const base = baseOf(activity);
  const typed = value.parameters?.find(({ name }) => name === 'words')?.value;
  return {
    kind: 'query',
    ...base,
    conversation: { ...base.conversation, scope: 'group' },
    search: value.commandId,
    text: typeof typed === 'string' ? storable(typed.slice(0, 200)) : '',
  };
}

function executed(activity: TeamsActivity): Press | null {
  const value = execute.safeParse(activity.value).data;
  if (!value) return null;
  return press(activity, 'execute', value.action.verb, fieldsOf(value.action.data), value.trigger === 'automatic');
}

/**
 * An older client's Action.Submit: a message with a value and no text. The verb stands in the submitted data as
 * `verb` (cards carry it in their fallback), or as `action.verb` when the client sends the action along.
 */
function submitted(activity: TeamsActivity): Press | null {
  if (activity.text || activity.value === undefined || activity.value === null) return null;
  const { verb: plainVerb, action, ...rest } = fieldsOf(activity.value);
  const { verb: actionVerb, data } = fieldsOf(action);
  const found = verb.safeParse(plainVerb ?? actionVerb).data;
  if (!found) return null;
  return press(activity, 'submit', found, { ...rest, ...fieldsOf(data) }, false);
}

function press(
  activity: TeamsActivity,
  how: Press['how'],
  pressed: string,
  data: Press['data'],
  automatic: boolean,
): Press {
  return {
    kind: 'press',
    ...baseOf(activity),
    verb: pressed,
    data,
    messageId: activity.replyToId || null,
    automatic,
    how,
  };
}

function said(activity: TeamsActivity): Words {
  const text = plainText(activity.text ?? '', activity.entities ?? [], activity.recipient.id);
  const writtenAt = Date.parse(activity.timestamp ?? '');
  return { kind: 'words', ...baseOf(activity), text, writtenAt: Number.isNaN(writtenAt) ? null : writtenAt };
}

function installation(activity: TeamsActivity): Installation | null {
  if (activity.action === 'add') return installed(activity);
  return activity.action === 'remove' ? removed(activity) : null;
}

function membership(activity: TeamsActivity): Installation | Membership | null {
  const { membersAdded, membersRemoved, recipient, channelData } = activity;
  const about = isOfOneChannel(channelData?.eventType) ? inChannel(activity, channelData?.channel?.id) : activity;
  if (about === null) return null;
  const isBot = (member: { id: string }) => member.id === recipient.id;
  if (membersAdded?.some(isBot)) return installed(about);
  if (membersRemoved?.some(isBot)) return removed(about);
  if (membersAdded?.length) return { kind: 'joined', ...baseOf(about), people: membersAdded.map(senderOf) };
  if (membersRemoved?.length) return { kind: 'left', ...baseOf(about), people: membersRemoved.map(senderOf) };
  return happenedTo(about, channelData?.eventType ?? '');
}

/** Events of Teams that say no names; the others (renamed, created, archived) change nothing for us. */
function happenedTo(activity: TeamsActivity, eventType: string): Installation | Membership | null {
  switch (eventType) {
    case 'teamDeleted':
    case 'teamHardDeleted':
    case 'channelDeleted':
      return removed(activity);
    case 'teamRestored':
    case 'channelRestored':
      return { kind: 'restored', ...baseOf(activity) };
    case 'channelShared':
      return { kind: 'joined', ...baseOf(activity), people: [] };
    case 'channelUnshared':
      return { kind: 'left', ...baseOf(activity), people: [] };
    default:
      return null;
  }
}

function installed(activity: TeamsActivity): Installation {
  return { kind: 'installed', ...baseOf(activity) };
}

function removed(activity: TeamsActivity): Installation {
  return { kind: 'removed', ...baseOf(activity) };
}

/** `channelDeleted`, `channelRestored`, `channelMemberRemoved` (microsoft/Agents#179) …: of one channel, not of its team. */
const isOfOneChannel = (eventType: string | null | undefined): boolean => eventType?.startsWith('channel') ?? false;

/** The same event where it happened: Teams gives the team as its conversation. Without the team: that is not meant. */
function inChannel(activity: TeamsActivity, id: string | null | undefined): TeamsActivity | null {
  if (!id) return null;
  const { channelData, conversation } = activity;
  const where = { ...conversation, id, conversationType: 'channel', name: channelData?.channel?.name };
  return { ...activity, conversation: where, channelData: { ...channelData, team: null } };
}

function baseOf(activity: TeamsActivity) {
  return {
    activityId: activity.id ?? '',
    conversation: conversationOf(activity),
    sender: { ...senderOf(activity.from), tenantId: tenantOf(activity) },
    locale: /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.exec(activity.locale ?? '')?.[0] ?? defaultLocale,
  };
}

/**
 * The root conversation. In a team this is a channel; for what happens to the team as a whole (an installation) Teams
 * gives the General channel, whose id is also the team's id.
 */
function conversationOf(activity: TeamsActivity): Conversation {
  return {
    tenantId: placeTenantOf(activity),
    conversationId: rootOf(activity.conversation.id),
    serviceUrl: activity.serviceUrl,
    scope: scopeOf(activity),
    threadId: activity.conversation.id.split(';messageid=')[1] || null,
    teamId: activity.channelData?.team?.id || null,
    name: activity.channelData?.team?.name || activity.conversation.name || null,
  };
}

/** A conversation id without the post it points at (`;messageid=`). */
export function rootOf(conversationId: string): string {
  const at = conversationId.indexOf(';messageid=');
  return at === -1 ? conversationId : conversationId.slice(0, at);
}

/** Teams always says the type; the Agents Playground leaves it out in a personal chat. A new type is not private. */
function scopeOf({ conversation, channelData, recipient }: TeamsActivity): Conversation['scope'] {
  if (conversation.conversationType === 'channel' || channelData?.team) return 'channel';
  if (isBetweenPeople(conversation.id, recipient.id)) return 'group';
  if (conversation.conversationType === 'personal') return 'personal';
  return conversation.conversationType || conversation.isGroup ? 'group' : 'personal';
}

/**
 * A chat of two people, in which a card of the bot came through the message extension or by forwarding. Teams calls it
 * personal too, but what is meant for one person must not be said there.
 */
const isBetweenPeople = (conversationId: string, botId: string): boolean =>
  conversationId.endsWith('@unq.gbl.spaces') && !conversationId.includes(botId.replace(/^28:/, ''));

/** Members of other kinds (bots, guests by phone) may have no directory id: it is '' then, and matches nobody. */
function senderOf(account: TeamsActivity['from']): Sender {
  return { aadObjectId: account.aadObjectId ?? '', teamsId: account.id, name: account.name ?? '' };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  const own = fields.safeParse(value).data ?? {};
  return Object.fromEntries(
    Object.entries(own)
      .map(([key, one]) => [storable(key), storableIn(one)] as const)
      .filter(([key]) => !reserved.has(key)),
  );
}

/** The same for what stands inside lists and objects. */
function storableIn(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableIn);
  return typeof value === 'object' && value !== null ? fieldsOf(value) : value;
}

/** Without the sign NUL and half signs, which no keyboard gives and a database refuses. */
const storable = (text: string): string => text.replace(/\p{Cs}/gu, '').replaceAll('\0', '');

/** `msteams` is what the client itself adds; the others could change objects they are copied into. */
const reserved = new Set(['msteams', '__proto__', 'constructor', 'prototype']);
