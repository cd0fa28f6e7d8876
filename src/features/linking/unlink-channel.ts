import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { actsFor, isOf, type Actor } from '../../contracts/actor.js';
import type { Notice, Refusal } from '../../contracts/outcome.js';
import type { ChannelId } from '../../domain/ids.js';
import type { Organisation, Channel } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';
import { codeUsedPosts, linkedPosts, suspendedPost } from './code-used-post.js';
import { linkingCards } from './linking-cards.js';
import { linkingForms } from './linking-forms.js';

interface Loaded {
  readonly channel: Channel;
  readonly organisation: Organisation;
  /** Whether the organisation has no other channel. */
  readonly last: boolean;
  readonly sure: boolean;
  readonly desk: Organisation | undefined;
}

/** Takes a channel away from its organisation, after asking. Anybody of the organisation may, and the desk. */
export const unlinkChannel = action({
  slug: 'unlink-channel',
  formerly: { slugs: ['unlink-place'], keys: { placeId: 'channelId' } },
  words: { nl: ['ontkoppelen'], en: ['unlink'] },
  subject: z.object({
    channelId: z
      .uuid()
      .transform((id) => id as ChannelId)
      .optional(),
    sure: z.literal('yes').optional(),
  }),
  fields: z.object({}),
  storable: true,
  async load(read, { channelId, sure }, { actor }): Promise<Loaded | Refusal> {
    const id = channelId ?? actor.channel?.id;
    const channel = id === undefined ? null : await read.channel(id);
    const organisation = channel === null ? null : await read.organisation(channel.organisationId);
    if (channel === null || organisation === null) return { refused: 'not-linked' };
    const others = (await read.channelsOf(organisation.id)).filter((other) => other.id !== channel.id).length;
    const [desk] = await read.organisations('desk');
    return { channel, organisation, last: others === 0, sure: sure === 'yes', desk };
  },
  may: ({ organisation }, { actor }) =>
    isOf(actor, organisation.id) || actsFor(actor, 'desk') !== null ? null : { refused: 'not-yours' },
  form({ channel, organisation, last }, { actor }) {
    const t = texts(actor.language);
    return {
      channelId: channel.id,
      question: t('linking.unlink-channel.question', { organisation: plain(organisation.name) }),
      warning: last ? t('linking.unlink-channel.warning') : null,
    };
  },
  decide({ channel, sure, organisation, desk }, _fields, { actor }) {
    if (!sure) return { reply: linkingForms.unlink.opened({ channelId: channel.id }) };
    const done = linkingCards.linked.shown({ channelId: channel.id });
    if (channel.state === 'unlinked') return { reply: done };
    return {
      changes: [{ put: 'channel', row: { ...channel, state: 'unlinked' } }],
      entries: [entry('organisation', organisation.id, 'channel-unlinked', { channelId: channel.id })],
      refresh: [...linkedPosts(channel), ...codeUsedPosts(channel)],
      notices: isOf(actor, desk?.id ?? null) || desk?.id === organisation.id ? [] : toldToDesk(channel, desk, actor),
      reply: done,
    };
  },
});

/** The desk hears that an organisation has let a channel go, as when the bot is taken away. */
const toldToDesk = (channel: Channel, desk: Organisation | undefined, { person }: Actor): Notice[] =>
  desk === undefined
    ? []
    : [
        {
          key: suspendedPost(channel.id, channel.version),
          ...linkingCards.suspended.with({ channelId: channel.id, by: person.id }),
          to: { organisation: desk.id },
        },
      ];
