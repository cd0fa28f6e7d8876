import { base, teamOf, type Scene } from './activities.js';
import type { Node } from './card-reading.js';
import type { Conversation, Human, Team } from './world.js';

/**
 * What happened to one channel of a team. Teams gives the team (its General channel) as the conversation, and the channel
 * only in the channel data (msteams-docs: bots/how-to/conversations/subscribe-to-conversation-events.md, "Channel deleted").
 * The bot or somebody let into a shared channel comes likewise, as a member of that channel (microsoft/Agents#179).
 */
export function channelEvent(
  scene: Scene,
  from: Human,
  channel: Conversation,
  eventType: `channel${string}`,
  accounts: Node = {},
): Node {
  const { team } = channel;
  if (team === null) throw new Error('only a channel has events of a channel');
  return {
    ...base(scene, from, team.general, null),
    ...accounts,
    type: 'conversationUpdate',
    channelData: {
      channel: { id: channel.id, name: channel.name },
      ...teamOf(channel),
      eventType,
      tenant: { id: from.tenantId },
    },
  };
}

/** What happened to a team as a whole: deleted, restored, archived (the same page, "Team deleted"). */
export function teamEvent(scene: Scene, from: Human, team: Team, eventType: `team${string}`): Node {
  return {
    ...base(scene, from, team.general, null),
    type: 'conversationUpdate',
    channelData: { ...teamOf(team.general), eventType, tenant: { id: from.tenantId } },
  };
}
