import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import { actsFor, isOf } from '../../contracts/actor.js';
import type { ChannelId } from '../../domain/ids.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

/** Tells everybody in a channel whose channel it is now, and what will happen there. */
export const linkedChannel = view({
  slug: 'linked-channel',
  formerly: { slugs: ['linked-place'], keys: { placeId: 'channelId' } },
  audience: 'stored',
  params: z.object({ channelId: id<ChannelId>() }),
  async load(read, { channelId }) {
    const channel = await read.channel(channelId);
    const organisation = channel === null ? null : await read.organisation(channel.organisationId);
    return channel === null || organisation === null ? null : { channel, organisation };
  },
  may: ({ channel }, actor) =>
    isOf(actor, channel.organisationId) || actsFor(actor, 'desk') !== null ? null : { refused: 'not-found' },
  fill({ channel, organisation }, { language }) {
    const t = texts(language);
    const linked = channel.state === 'linked';
    return {
      title: t(linked ? 'linking.linked-channel.title' : 'linking.linked-channel.unlinked', {
        organisation: plain(organisation.name),
      }),
      what: linked ? t(`linking.linked-channel.what.${organisation.kind}`) : null,
      channelId: linked ? channel.id : null,
    };
  },
  summary: ({ channel, organisation }, { language }) =>
    texts(language)(channel.state === 'linked' ? 'linking.linked-channel.title' : 'linking.linked-channel.unlinked', {
      organisation: organisation.name,
    }),
});
