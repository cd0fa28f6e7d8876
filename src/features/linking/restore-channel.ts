import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import { channelsBecome, withDesk } from './channels-become.js';
import { lostChannelsHere } from './channels-here.js';
import { suspendedPost } from './code-used-post.js';
import { linkingCards } from './linking-cards.js';

/**
 * A team or channel that was deleted is there again: whose channel it was, has it back without a new code, what waited
 * goes out, and the desk is told. What somebody unlinked stays so, a channel that went by itself comes back by itself, and what was
 * linked anew since is linked already.
 */
export const restoreChannel = reaction({
  slug: turnActions.restored,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  load: async (read, _subject, { actor }) => withDesk(read, await lostChannelsHere(read, actor)),
  may: () => null,
  decide(found) {
    const done = channelsBecome(
      found,
      { state: 'linked', lostAlone: false },
      'channel-restored',
      ({ id, version }) => ({
        key: `restored:${id}:${version}`,
        ...linkingCards.restored.with({ channelId: id }),
      }),
    );
    const before = found.channels.map(({ id, version }) => suspendedPost(id, version - 1));
    return { ...done, refresh: [...(done.refresh ?? []), ...before], checkRoster: found.channels.map(({ id }) => id) };
  },
});
