import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import { actsFor, isOf } from '../../contracts/actor.js';
import type { PlaceId } from '../../domain/ids.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

/** Tells everybody in a place whose place it is now, and what will happen there. */
export const linkedPlace = view({
  slug: 'linked-place',
  audience: 'stored',
  params: z.object({ placeId: id<PlaceId>() }),
  async load(read, { placeId }) {
    const place = await read.place(placeId);
    const organisation = place === null ? null : await read.organisation(place.organisationId);
    return place === null || organisation === null ? null : { place, organisation };
  },
  may: ({ place }, actor) =>
    isOf(actor, place.organisationId) || actsFor(actor, 'desk') !== null ? null : { refused: 'not-found' },
  fill({ place, organisation }, { language }) {
    const t = texts(language);
    const linked = place.state === 'linked';
    return {
      title: t(linked ? 'linking.linked-place.title' : 'linking.linked-place.unlinked', {
        organisation: plain(organisation.name),
      }),
      what: linked ? t(`linking.linked-place.what.${organisation.kind}`) : null,
      placeId: linked ? place.id : null,
    };
  },
  summary: ({ place, organisation }, { language }) =>
    texts(language)(place.state === 'linked' ? 'linking.linked-place.title' : 'linking.linked-place.unlinked', {
      organisation: organisation.name,
    }),
});
