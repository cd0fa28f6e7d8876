import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { withLinksWithdrawn } from '../../domain/withdrawn-links.js';
import { ofMap, teamOnly } from './map-access.js';
import { mapCards } from './map-cards.js';

/** Link intrekken: what was printed or passed on opens nothing any more; a new one stands on the card. */
export const withdrawMapLink = action({
  slug: 'withdraw-map-link',
  subject: ofMap,
  fields: z.object({}),
  load: async (read, { mapId }): Promise<SchoolMap | Refusal> =>
    (await read.schoolMap(mapId)) ?? { refused: 'not-found' },
  may: (map, { actor }) => teamOnly(map, actor),
  decide: (map, _fields, { settings }): Outcome => ({
    changes: [{ put: 'setting', row: withLinksWithdrawn(settings, map.id) }],
    entries: [entry('school-map', map.id, 'links-withdrawn', {})],
    inNameOf: map.organisationId,
    reply: { ...mapCards.whole.shown({ mapId: map.id }), note: { key: 'links-withdrawn' } },
  }),
});
