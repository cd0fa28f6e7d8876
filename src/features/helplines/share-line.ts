import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import type { Organisation, Channel } from '../../domain/organisation.js';
import { plain } from '../../texts/plain.js';
import { lineId } from './line-params.js';
import { linkedOnly } from './linked-only.js';
import { lineCards } from './line-cards.js';
import { lineForms } from './line-forms.js';

interface OwnChannel {
  readonly channel: Channel;
  readonly organisation: Organisation;
}

interface Loaded {
  readonly line: HelpLine;
  /** The person's own linked channels. */
  readonly channels: readonly OwnChannel[];
  /** The form was shown: who now chooses nothing is asked again. */
  readonly wasAsked: boolean;
}

/**
 * `delen`: puts a line in a channel, for everybody there. In a channel at once, in personal chat after asking in which of
 * one's own; the same line twice on one day in one channel is one message. Errors: `channel-missing`.
 */
export const shareLine = action({
  slug: 'share-line',
  formerly: { keys: { place: 'channel' } },
  subject: z.object({ lineId, asked: z.literal('yes').optional().catch(undefined) }),
  fields: z.object({ channel: z.string().default('') }),
  async load(read, { lineId: id, asked }, { actor }): Promise<Loaded | Refusal> {
    const line = await read.helpLine(id);
    if (line === null) return { refused: 'not-found' };
    const channels: OwnChannel[] = [];
    for (const organisation of actor.organisations)
      for (const channel of await read.channelsOf(organisation.id))
        if (channel.scope !== 'personal') channels.push({ channel, organisation });
    return { line, channels, wasAsked: asked === 'yes' };
  },
  may: ({ line, channels }, { actor }) =>
    linkedOnly(actor) ??
    (channels.length > 0 ? null : { refused: 'no-channel', show: lineCards.card.instead({ lineId: line.id }) }),
  form: ({ line, channels }, { actor }, { typed }: Filled) => ({
    lineId: line.id,
    name: plain(line.name),
    channels: channels.map((one) => ({ title: titleOf(one, channels), value: one.channel.id })),
    typed: {
      channel: typed['channel'] ?? channels.find(({ channel }) => channel.id === actor.channel?.id)?.channel.id ?? null,
    },
  }),
  decide({ line, channels, wasAsked }, { channel: chosen }, context): Outcome {
    const here = context.actor.conversation.scope === 'personal' ? null : context.actor.channel;
    const channel = here ?? channels.find((one) => one.channel.id === chosen)?.channel ?? null;
    if (channel !== null) return shared(line, channel, context);
    const { share } = lineForms;
    const form = { lineId: line.id };
    return { reply: wasAsked ? share.again(form, { channel: 'channel-missing' }) : share.opened(form) };
  },
});

/** The channel's organisation, with its own name when there are several. */
const titleOf = ({ channel, organisation }: OwnChannel, all: readonly OwnChannel[]): string => {
  const several = all.filter((other) => other.organisation.id === organisation.id).length > 1;
  return several && channel.name !== null ? `${organisation.name} – ${channel.name}` : organisation.name;
};

function shared(line: HelpLine, channel: Channel, { actor, calendar, now }: ActionContext): Outcome {
  return {
    notices: [
      {
        key: `line:${line.id}:shared:${channel.id}:${calendar.dayOf(now)}`,
        ...lineCards.shared.with({ lineId: line.id, by: actor.person.id }),
        to: { channel: channel.id },
      },
    ],
    reply: { ...lineCards.card.shown({ lineId: line.id }), note: { key: 'line-shared' } },
  };
}
