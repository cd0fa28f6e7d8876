import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import type { ChannelId } from '../../domain/ids.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

/** Tells the desk that an organisation has its channel back, because Teams put it back. */
export const channelRestored = view({
  slug: 'channel-restored',
  audience: 'stored',
  params: z.object({ channelId: id<ChannelId>() }),
  async load(read, { channelId }) {
    const channel = await read.channel(channelId);
    return channel === null ? null : read.organisation(channel.organisationId);
  },
  fill: ({ name }, { language }) => ({
    title: texts(language)('linking.channel-restored.title', { organisation: plain(name) }),
  }),
  summary: ({ name }, { language }) => texts(language)('linking.channel-restored.title', { organisation: name }),
});
