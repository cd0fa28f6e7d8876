import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import type { Change } from '../../contracts/outcome.js';
import { entry } from '../../domain/timeline/entries.js';
import { addedTo, type Conversation } from '../../contracts/turn.js';
import { channelsHere } from './channels-here.js';
import { codeUsedPosts, suspendedPost } from './code-used-post.js';
import { linkingCards } from './linking-cards.js';

/**
 * The bot was taken out of a team or chat: its channels are suspended and the desk is told. Teams tells it twice, and the
 * second time nothing is left to suspend.
 */
export const suspendChannel = reaction({
  slug: turnActions.removed,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  async load(read, _subject, { actor }) {
    const [desk] = await read.organisations('desk');
    return { channels: await channelsHere(read, actor), desk };
  },
  may: () => null,
  decide: ({ channels, desk }, _fields, { actor: { conversation } }) => ({
    changes: [
      ...channels.map((row): Change => ({ put: 'channel', row: { ...row, state: 'suspended' } })),
      ...(isWhole(conversation)
        ? [{ end: 'welcomed', row: { conversationId: conversation.conversationId } } as const]
        : []),
    ],
    entries: channels.map(({ id, organisationId }) =>
      entry('organisation', organisationId, 'channel-suspended', { channelId: id }),
    ),
    refresh: channels.flatMap(codeUsedPosts),
    notices: channels.flatMap((channel) =>
      desk === undefined || channel.organisationId === desk.id
        ? []
        : [
            {
              key: suspendedPost(channel.id, channel.version),
              ...linkingCards.suspended.with({ channelId: channel.id }),
              to: { organisation: desk.id },
            },
          ],
    ),
  }),
});

/** Not one channel of a team: then the bot is still in the team. */
const isWhole = (conversation: Conversation): boolean => addedTo(conversation) === conversation.conversationId;
