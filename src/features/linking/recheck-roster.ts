import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';

/** People joined or left: who is in the channels of this team or chat is asked of Teams again. */
export const recheckRoster = reaction({
  slug: turnActions.membersChanged,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  async load(read, _subject, { actor }) {
    const { tenantId, conversationId, teamId } = actor.conversation;
    const here = await read.channelAt(tenantId, conversationId);
    const inTeam = teamId === null ? [] : await read.channelsOfTeam(tenantId, teamId);
    return [...(here?.state === 'linked' ? [here] : []), ...inTeam];
  },
  may: () => null,
  decide: (channels) => ({ checkRoster: [...new Set(channels.map((channel) => channel.id))] }),
});
