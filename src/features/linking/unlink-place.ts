import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { actsFor, isOf, type Actor } from '../../contracts/actor.js';
import type { Notice, Refusal } from '../../contracts/outcome.js';
import type { PlaceId } from '../../domain/ids.js';
import type { Organisation, Place } from '../../domain/organisation.js';
import { entry } from '../../domain/timeline/entries.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';
import { codeUsedPost } from './code-used-post.js';
import { linkingCards } from './linking-cards.js';

interface Loaded {
  readonly place: Place;
  readonly organisation: Organisation;
  /** Whether the organisation has no other place. */
  readonly last: boolean;
  readonly sure: boolean;
  readonly desk: Organisation | undefined;
}

/** Takes a place away from its organisation, after asking. Anybody of the organisation may, and the desk. */
export const unlinkPlace = action({
  slug: 'unlink-place',
  words: { nl: ['ontkoppelen'], en: ['unlink'] },
  subject: z.object({
    placeId: z
      .uuid()
      .transform((id) => id as PlaceId)
      .optional(),
    sure: z.literal('yes').optional(),
  }),
  fields: z.object({}),
  storable: true,
  async load(read, { placeId, sure }, { actor }): Promise<Loaded | Refusal> {
    const id = placeId ?? actor.place?.id;
    const place = id === undefined ? null : await read.place(id);
    const organisation = place === null ? null : await read.organisation(place.organisationId);
    if (place === null || organisation === null) return { refused: 'not-linked' };
    const others = (await read.placesOf(organisation.id)).filter((other) => other.id !== place.id).length;
    const [desk] = await read.organisations('desk');
    return { place, organisation, last: others === 0, sure: sure === 'yes', desk };
  },
  may: ({ organisation }, { actor }) =>
    isOf(actor, organisation.id) || actsFor(actor, 'desk') !== null ? null : { refused: 'not-yours' },
  form({ place, organisation, last }, { actor }) {
    const t = texts(actor.language);
    return {
      placeId: place.id,
      question: t('linking.unlink-place.question', { organisation: plain(organisation.name) }),
      warning: last ? t('linking.unlink-place.warning') : null,
    };
  },
  decide({ place, sure, organisation, desk }, _fields, { actor }) {
    if (!sure) return { reply: { form: 'unlink-place', with: { placeId: place.id } } };
    const done = linkingCards.linked.shown({ placeId: place.id });
    if (place.state === 'unlinked') return { reply: done };
    return {
      changes: [{ put: 'place', row: { ...place, state: 'unlinked' } }],
      entries: [entry('organisation', organisation.id, 'channel-unlinked', { channelId: place.id })],
      refresh: [`linked:${place.id}:${place.version - 1}`, codeUsedPost(place.id, place.version - 1)],
      notices: isOf(actor, desk?.id ?? null) || desk?.id === organisation.id ? [] : toldToDesk(place, desk, actor),
      reply: done,
    };
  },
});

/** The desk hears that an organisation has let a place go, as when the bot is taken away. */
const toldToDesk = (place: Place, desk: Organisation | undefined, { person }: Actor): Notice[] =>
  desk === undefined
    ? []
    : [
        {
          key: `suspended:${place.id}:${place.version}`,
          ...linkingCards.suspended.with({ placeId: place.id, by: person.id }),
          to: { organisation: desk.id },
        },
      ];
