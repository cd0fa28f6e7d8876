import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import type { PersonId, PlaceId } from '../../domain/ids.js';
import { plain } from '../../texts/plain.js';
import { texts } from '../../texts/index.js';

/** Tells the desk that an organisation has lost its channel or let it go, and what to do about it. */
export const placeSuspended = view({
  slug: 'place-suspended',
  audience: 'stored',
  params: z.object({
    placeId: id<PlaceId>(),
    /** Who unlinked it; nobody when the bot was taken away. */
    by: id<PersonId>().optional(),
  }),
  async load(read, { placeId, by }) {
    const place = await read.place(placeId);
    const organisation = place === null ? null : await read.organisation(place.organisationId);
    return organisation === null
      ? null
      : {
          organisation,
          by: by === undefined ? null : await read.person(by),
          reachable: (await read.placesOf(organisation.id)).length > 0,
        };
  },
  fill({ organisation, by, reachable }, { language }) {
    const t = texts(language);
    return {
      title: t('linking.place-suspended.title', { organisation: plain(organisation.name) }),
      why: by ? t('linking.place-suspended.unlinked', { name: plain(by.name) }) : t('linking.place-suspended.removed'),
      what: t(reachable ? 'linking.place-suspended.reachable' : 'linking.place-suspended.unreachable'),
      organisationId: organisation.id,
    };
  },
  summary: ({ organisation }, { language }) =>
    texts(language)('linking.place-suspended.title', { organisation: organisation.name }),
});
