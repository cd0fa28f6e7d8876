import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import type { Change } from '../../contracts/outcome.js';
import { entry } from '../../domain/timeline/entries.js';
import { lostChannelsHere } from './channels-here.js';
import { codeUsedPosts, suspendedPost } from './code-used-post.js';
import { linkingCards } from './linking-cards.js';

/**
 * A team or channel that was deleted is there again: whose channel it was, has it back without a new code, what waited
 * goes out, and the desk is told. What somebody unlinked stays so, and what was linked anew since is linked already.
 */
export const restoreChannel = reaction({
  slug: turnActions.restored,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  async load(read, _subject, { actor }) {
    const [desk] = await read.organisations('desk');
    return { channels: await lostChannelsHere(read, actor), desk };
  },
  may: () => null,
  decide: ({ channels, desk }) => ({
    changes: channels.map((row): Change => ({ put: 'channel', row: { ...row, state: 'linked' } })),
    entries: channels.map(({ id, organisationId }) =>
      entry('organisation', organisationId, 'channel-restored', { channelId: id }),
    ),
    checkRoster: channels.map(({ id }) => id),
    refresh: channels.flatMap((channel) => [...codeUsedPosts(channel), suspendedPost(channel.id, channel.version - 1)]),
    notices: channels.flatMap((channel) =>
      desk === undefined || channel.organisationId === desk.id
        ? []
        : [
            {
              key: `restored:${channel.id}:${channel.version}`,
              ...linkingCards.restored.with({ channelId: channel.id }),
              to: { organisation: desk.id },
            },
          ],
    ),
  }),
});
