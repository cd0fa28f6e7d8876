import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import type { PlaceId } from '../../domain/ids.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

/** Tells the desk that an organisation has lost its channel, and what to do about it. */
export const placeSuspended = view({
  slug: 'place-suspended',
  audience: 'stored',
  params: z.object({ placeId: id<PlaceId>() }),
  async load(read, { placeId }) {
    const place = await read.place(placeId);
    const organisation = place === null ? null : await read.organisation(place.organisationId);
    return organisation === null
      ? null
      : { organisation, reachable: (await read.placesOf(organisation.id)).length > 0 };
  },
  fill({ organisation, reachable }, { language }) {
    const t = texts(language);
    return {
      title: t('linking.place-suspended.title', { organisation: plain(organisation.name) }),
      what: t(reachable ? 'linking.place-suspended.reachable' : 'linking.place-suspended.unreachable'),
      organisationId: organisation.id,
    };
  },
  summary: ({ organisation }, { language }) =>
    texts(language)('linking.place-suspended.title', { organisation: organisation.name }),
});
