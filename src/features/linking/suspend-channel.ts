import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import { addedTo, type Conversation } from '../../contracts/turn.js';
import { channelsBecome, withDesk } from './channels-become.js';
import { channelsHere } from './channels-here.js';
import { suspendedPost } from './code-used-post.js';
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
  load: async (read, _subject, { actor }) => withDesk(read, await channelsHere(read, actor)),
  may: () => null,
  decide(lost, _fields, { actor: { conversation } }) {
    const done = channelsBecome(
      lost,
      { state: 'suspended', lostAlone: isAlone(conversation) },
      'channel-suspended',
      ({ id, version }) => ({ key: suspendedPost(id, version), ...linkingCards.suspended.with({ channelId: id }) }),
    );
    const isGreeted = isWhole(conversation);
    const again = { end: 'welcomed', row: { conversationId: conversation.conversationId } } as const;
    return { ...done, changes: [...(done.changes ?? []), ...(isGreeted ? [again] : [])] };
  },
});

/** Not one channel of a team: then the bot is still in the team. */
const isWhole = (conversation: Conversation): boolean => addedTo(conversation) === conversation.conversationId;

/** Something happened to one channel, and not to its team. */
const isAlone = ({ scope, teamId }: Conversation): boolean => scope === 'channel' && teamId === null;
