import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { id } from '../../contracts/id.js';
import type { Refusal } from '../../contracts/outcome.js';
import type { ChannelId } from '../../domain/ids.js';
import type { Channel } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import { deskCards } from './desk-cards.js';
import { deskOnly } from '../../contracts/desk-only.js';

/**
 * Lets the guests of a team do in its linked channel what members may, or no longer. Who is a guest Teams says; without
 * this they read the cards that stand in the channel and no more.
 */
export const allowGuests = action({
  slug: 'allow-guests',
  subject: z.object({ channelId: id<ChannelId>(), allow: z.enum(['yes', 'no']) }),
  fields: z.object({}),
  async load(read, { channelId, allow }): Promise<{ readonly channel: Channel; readonly allow: boolean } | Refusal> {
    const channel = await read.channel(channelId);
    return channel?.state === 'linked' ? { channel, allow: allow === 'yes' } : { refused: 'not-found' };
  },
  may: (_loaded, { actor }) => deskOnly(actor),
  decide({ channel, allow }) {
    const reply = deskCards.organisation.shown({ organisationId: channel.organisationId });
    if (channel.guestsAllowed === allow) return { reply };
    return {
      changes: [{ put: 'channel', row: { ...channel, guestsAllowed: allow } }],
      entries: [
        entry('organisation', channel.organisationId, allow ? 'guests-allowed' : 'guests-refused', {
          channelId: channel.id,
        }),
      ],
      reply,
    };
  },
});
