import type { Actor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import type { Channel } from '../../domain/organisation.js';

/** The suspended channels of this conversation, and of the team that it is or belongs to those that went with it, each once. */
export async function lostChannelsHere(read: Read, { conversation }: Pick<Actor, 'conversation'>): Promise<Channel[]> {
  const { tenantId, conversationId, teamId } = conversation;
  const here = await read.channelAt(tenantId, conversationId);
  const inTeam = teamId === null ? [] : await read.suspendedChannelsOfTeam(tenantId, teamId);
  return eachOnce([...(here?.state === 'suspended' ? [here] : []), ...inTeam.filter(({ lostAlone }) => !lostAlone)]);
}

/** The linked channels of this conversation and of the team that it is or belongs to, each once. */
export async function channelsHere(read: Read, { conversation }: Pick<Actor, 'conversation'>): Promise<Channel[]> {
  const { tenantId, conversationId, teamId } = conversation;
  const here = await read.channelAt(tenantId, conversationId);
  const inTeam = teamId === null ? [] : await read.channelsOfTeam(tenantId, teamId);
  return eachOnce([...(here?.state === 'linked' ? [here] : []), ...inTeam]);
}

const eachOnce = (channels: readonly Channel[]): Channel[] => [
  ...new Map(channels.map((channel) => [channel.id, channel])).values(),
];
