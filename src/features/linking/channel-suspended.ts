import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import { looks, type Strip } from '../../contracts/strip.js';
import type { PersonId, ChannelId } from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
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
          back: channel?.state === 'linked',
          reachable: (await read.channelsOf(organisation.id)).length > 0,
        };
  },
  fill({ organisation, by, back, reachable }, { language }) {
    const t = texts(language);
    if (back) return backAgain(plain(organisation.name), language);
    return {
      strip: {
        ...looks.failed,
        state: t('linking.channel-suspended.title', { organisation: plain(organisation.name) }),
        next: by
          ? t('linking.channel-suspended.unlinked', { name: plain(by.name) })
          : t('linking.channel-suspended.removed'),
      } satisfies Strip,
      what: t(reachable ? 'linking.channel-suspended.reachable' : 'linking.channel-suspended.unreachable'),
      organisationId: organisation.id,
    };
  },
  summary: ({ organisation }, { language }) =>
    texts(language)('linking.channel-suspended.title', { organisation: organisation.name }),
});

/** The same conversation is linked again: nothing is left to do. */
const backAgain = (organisation: string, language: Language) => ({
  strip: {
    ...looks.settled,
    state: texts(language)('linking.channel-suspended.back', { organisation }),
    next: null,
  } satisfies Strip,
  what: texts(language)('linking.channel-suspended.back-what'),
  organisationId: null,
});
