import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';

/** People joined or left: who is in the places of this team or chat is asked of Teams again. */
export const recheckRoster = reaction({
  slug: turnActions.membersChanged,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  async load(read, _subject, { actor }) {
    const { tenantId, conversationId, teamId } = actor.conversation;
    const here = await read.placeAt(tenantId, conversationId);
    const inTeam = teamId === null ? [] : await read.placesOfTeam(tenantId, teamId);
    return [...(here?.state === 'linked' ? [here] : []), ...inTeam];
  },
  may: () => null,
  decide: (places) => ({ checkRoster: [...new Set(places.map((place) => place.id))] }),
});
