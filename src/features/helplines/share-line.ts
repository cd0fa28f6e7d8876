import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import type { Organisation, Place } from '../../domain/organisation.js';
import { plain } from '../../texts/plain.js';
import { lineId } from './line-params.js';
import { linkedOnly } from './linked-only.js';
import { lineCards } from './line-cards.js';

interface Channel {
  readonly place: Place;
  readonly organisation: Organisation;
}

interface Loaded {
  readonly line: HelpLine;
  /** The person's own linked channels. */
  readonly channels: readonly Channel[];
  /** The form was shown: who now chooses nothing is asked again. */
  readonly wasAsked: boolean;
}

/**
 * `delen`: puts a line in a channel, for everybody there. In a channel at once, in personal chat after asking in which of
 * one's own; the same line twice on one day in one channel is one message. Errors: `place-missing`.
 */
export const shareLine = action({
  slug: 'share-line',
  subject: z.object({ lineId, asked: z.literal('yes').optional().catch(undefined) }),
  fields: z.object({ place: z.string().default('') }),
  async load(read, { lineId: id, asked }, { actor }): Promise<Loaded | Refusal> {
    const line = await read.helpLine(id);
    if (line === null) return { refused: 'not-found' };
    const channels: Channel[] = [];
    for (const organisation of actor.organisations)
      for (const place of await read.placesOf(organisation.id))
        if (place.scope !== 'personal') channels.push({ place, organisation });
    return { line, channels, wasAsked: asked === 'yes' };
  },
  may: ({ line, channels }, { actor }) =>
    linkedOnly(actor) ??
    (channels.length > 0 ? null : { refused: 'no-channel', show: lineCards.card.instead({ lineId: line.id }) }),
  form: ({ line, channels }, { actor }, { typed }: Filled) => ({
    lineId: line.id,
    name: plain(line.name),
    places: channels.map((one) => ({ title: titleOf(one, channels), value: one.place.id })),
    typed: { place: typed['place'] ?? channels.find(({ place }) => place.id === actor.place?.id)?.place.id ?? null },
  }),
  decide({ line, channels, wasAsked }, { place: chosen }, context): Outcome {
    const here = context.actor.conversation.scope === 'personal' ? null : context.actor.place;
    const place = here ?? channels.find((one) => one.place.id === chosen)?.place ?? null;
    if (place !== null) return shared(line, place, context);
    const errors = wasAsked ? { errors: { place: 'place-missing' } } : {};
    return { reply: { form: 'share-line', with: { lineId: line.id }, ...errors } };
  },
});

/** The channel's organisation, with its own name when there are several. */
const titleOf = ({ place, organisation }: Channel, all: readonly Channel[]): string => {
  const several = all.filter((other) => other.organisation.id === organisation.id).length > 1;
  return several && place.name !== null ? `${organisation.name} – ${place.name}` : organisation.name;
};

function shared(line: HelpLine, place: Place, { actor, calendar, now }: ActionContext): Outcome {
  return {
    notices: [
      {
        key: `line:${line.id}:shared:${place.id}:${calendar.dayOf(now)}`,
        ...lineCards.shared.with({ lineId: line.id, by: actor.person.id }),
        to: { place: place.id },
      },
    ],
    reply: { ...lineCards.card.shown({ lineId: line.id }), note: { key: 'line-shared' } },
  };
}
