import { randomUUID } from 'node:crypto';
import type { Node } from './card-reading.js';
import type { Human, Message, Conversation, Team } from './world.js';

export interface Bot {
  /** `28:` and the app id. */
  readonly id: string;
  readonly name: string;
}

export interface Scene {
  readonly bot: Bot;
  readonly serviceUrl: string;
}

/** Activities with the fields that Teams sends, no more and no less than a bot could come to lean on. */
export function base(scene: Scene, from: Human, conversation: Conversation, thread: string | null): Node {
  const now = new Date().toISOString();
  const id =
    conversation.scope === 'channel' && thread !== null ? `${conversation.id};messageid=${thread}` : conversation.id;
  const type = { personal: 'personal', group: 'groupChat', channel: 'channel' }[conversation.scope];
  const group = conversation.scope === 'personal' ? {} : { isGroup: true };
  return {
    timestamp: now,
    localTimestamp: now,
    id: `f:${randomUUID()}`,
    channelId: 'msteams',
    serviceUrl: scene.serviceUrl,
    from: { id: from.teamsId, name: from.name, aadObjectId: from.aadObjectId },
    conversation: { ...group, conversationType: type, tenantId: conversation.tenantId, id },
    recipient: { id: scene.bot.id, name: scene.bot.name },
    entities: [client(from)],
    channelData: { ...inTeam(conversation), tenant: { id: from.tenantId } },
    locale: from.locale,
    localTimezone: 'Europe/Brussels',
  };
}

const client = ({ locale }: Human): Node => ({
  locale,
  country: 'BE',
  platform: 'Windows',
  timezone: 'Europe/Brussels',
  type: 'clientInfo',
});

function inTeam(conversation: Conversation): Node {
  if (!conversation.team) return {};
  const { id } = conversation.team;
  return { teamsChannelId: conversation.id, teamsTeamId: id, channel: { id: conversation.id }, team: { id } };
}

/** Words typed to the bot. `activityId` is the id of the stored message. */
export function words(scene: Scene, from: Human, conversation: Conversation, message: Message, mention: boolean): Node {
  const activity = base(scene, from, conversation, message.threadId);
  const tag = `<at>${scene.bot.name}</at>`;
  const mentioned = { mentioned: { id: scene.bot.id, name: scene.bot.name }, text: tag, type: 'mention' };
  const spoken = String(message.activity['text']);
  return {
    ...activity,
    type: 'message',
    id: message.id,
    textFormat: 'plain',
    text: mention ? `${tag} ${spoken}` : spoken,
    attachments: [],
    entities: mention ? [mentioned, client(from)] : [client(from)],
  };
}

/** A press on Action.Execute, or the refresh that the client does by itself. */
export function execute(scene: Scene, from: Human, on: Message, action: Node, data: Node, automatic: boolean): Node {
  const { id, title, verb } = action;
  const activity = base(scene, from, on.conversation, on.threadId);
  return {
    ...activity,
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: on.id,
    channelData: { ...(activity['channelData'] as Node), source: { name: 'message' } },
    value: {
      action: { type: 'Action.Execute', ...(id ? { id } : {}), ...(title ? { title } : {}), verb, data },
      trigger: automatic ? 'automatic' : 'manual',
    },
  };
}

/** A press on Action.Submit: a message without words. */
export function submit(scene: Scene, from: Human, on: Message, data: Node): Node {
  const activity = base(scene, from, on.conversation, on.threadId);
  const channelData = { ...(activity['channelData'] as Node), source: { name: 'message' } };
  return { ...activity, type: 'message', replyToId: on.id, channelData, value: data };
}

/** Any other invoke, such as a query of a message extension. */
export function invoke(scene: Scene, from: Human, conversation: Conversation, name: string, value: unknown): Node {
  return { ...base(scene, from, conversation, null), type: 'invoke', name, value };
}

/** The bot was installed or taken away: what Teams sends for it, in its order. */
export function installation(scene: Scene, from: Human, conversation: Conversation, action: 'add' | 'remove'): Node[] {
  const update = { ...base(scene, from, conversation, null), type: 'installationUpdate', action };
  const settings = { source: { name: 'message' }, settings: { selectedChannel: { id: conversation.id } } };
  Object.assign(update, { channelData: { ...teamOf(conversation), tenant: { id: from.tenantId }, ...settings } });
  const member = memberUpdate(
    scene,
    from,
    conversation,
    [{ id: scene.bot.id }],
    action === 'add' ? 'Added' : 'Removed',
  );
  return action === 'add' ? [member, update] : [update, member];
}

/** People joined or left. */
export function membership(
  scene: Scene,
  from: Human,
  conversation: Conversation,
  people: readonly Human[],
  joined: boolean,
): Node {
  const accounts = people.map(({ teamsId, aadObjectId }) => ({ id: teamsId, aadObjectId }));
  return memberUpdate(scene, from, conversation, accounts, joined ? 'Added' : 'Removed');
}

function memberUpdate(
  scene: Scene,
  from: Human,
  conversation: Conversation,
  accounts: Node[],
  what: 'Added' | 'Removed',
): Node {
  const eventType = conversation.team ? { eventType: `teamMember${what}` } : {};
  const channelData = { ...teamOf(conversation), ...eventType, tenant: { id: from.tenantId } };
  return {
    ...base(scene, from, conversation, null),
    type: 'conversationUpdate',
    [`members${what}`]: accounts,
    channelData,
  };
}

export function teamOf(conversation: Conversation): Node {
  const team: Team | null = conversation.team;
  return team ? { team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId } } : {};
}
