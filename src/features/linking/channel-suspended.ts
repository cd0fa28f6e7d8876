import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import type { PersonId, ChannelId } from '../../domain/ids.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

/** Tells the desk that an organisation has lost its channel or let it go, and what to do about it. */
export const channelSuspended = view({
  slug: 'channel-suspended',
  audience: 'stored',
  params: z.object({
    channelId: id<ChannelId>(),
    /** Who unlinked it; nobody when the bot was taken away. */
    by: id<PersonId>().optional(),
  }),
  async load(read, { channelId, by }) {
    const channel = await read.channel(channelId);
    const organisation = channel === null ? null : await read.organisation(channel.organisationId);
    return organisation === null
      ? null
      : {
          organisation,
          by: by === undefined ? null : await read.person(by),
          reachable: (await read.channelsOf(organisation.id)).length > 0,
        };
  },
  fill({ organisation, by, reachable }, { language }) {
    const t = texts(language);
    return {
      title: t('linking.channel-suspended.title', { organisation: plain(organisation.name) }),
      why: by
        ? t('linking.channel-suspended.unlinked', { name: plain(by.name) })
        : t('linking.channel-suspended.removed'),
      what: t(reachable ? 'linking.channel-suspended.reachable' : 'linking.channel-suspended.unreachable'),
      organisationId: organisation.id,
    };
  },
  summary: ({ organisation }, { language }) =>
    texts(language)('linking.channel-suspended.title', { organisation: organisation.name }),
});
