import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import type { Change } from '../../contracts/outcome.js';
import { entry } from '../../domain/timeline/entries.js';
import { addedTo, type Conversation } from '../../contracts/turn.js';
import { codeUsedPost } from './code-used-post.js';
import { linkingCards } from './linking-cards.js';

/**
 * The bot was taken out of a team or chat: its places are suspended and the desk is told. Teams tells it twice, and the
 * second time nothing is left to suspend.
 */
export const suspendPlace = reaction({
  slug: turnActions.removed,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  async load(read, _subject, { actor }) {
    const { tenantId, conversationId, teamId } = actor.conversation;
    const here = await read.placeAt(tenantId, conversationId);
    const inTeam = teamId === null ? [] : await read.placesOfTeam(tenantId, teamId);
    const places = [...(here?.state === 'linked' ? [here] : []), ...inTeam];
    const [desk] = await read.organisations('desk');
    return { places: places.filter((place, index) => places.findIndex(({ id }) => id === place.id) === index), desk };
  },
  may: () => null,
  decide: ({ places, desk }, _fields, { actor: { conversation } }) => ({
    changes: [
      ...places.map((row): Change => ({ put: 'place', row: { ...row, state: 'suspended' } })),
      ...(isWhole(conversation)
        ? [{ end: 'welcomed', row: { conversationId: conversation.conversationId } } as const]
        : []),
    ],
    entries: places.map(({ id, organisationId }) =>
      entry('organisation', organisationId, 'channel-suspended', { channelId: id }),
    ),
    refresh: places.map(({ id, version }) => codeUsedPost(id, version - 1)),
    notices: places
      .filter((place) => desk !== undefined && place.organisationId !== desk.id)
      .map((place) => ({
        key: `suspended:${place.id}:${place.version}`,
        ...linkingCards.suspended.with({ placeId: place.id }),
        to: { organisation: desk!.id },
      })),
  }),
});

/** Not one channel of a team: then the bot is still in the team. */
const isWhole = (conversation: Conversation): boolean => addedTo(conversation) === conversation.conversationId;
