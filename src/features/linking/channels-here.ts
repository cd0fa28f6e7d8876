import type { Actor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import type { Channel } from '../../domain/organisation.js';

/** The linked channels of this conversation and of the team that it is or belongs to, each once. */
export async function channelsHere(read: Read, { conversation }: Pick<Actor, 'conversation'>): Promise<Channel[]> {
  const { tenantId, conversationId, teamId } = conversation;
  const here = await read.channelAt(tenantId, conversationId);
  const inTeam = teamId === null ? [] : await read.channelsOfTeam(tenantId, teamId);
  const all = [...(here?.state === 'linked' ? [here] : []), ...inTeam];
  return [...new Map(all.map((channel) => [channel.id, channel])).values()];
}
