import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { MapEntry, SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { entryId, teamOnly } from './map-access.js';
import { mapCards } from './map-cards.js';

interface RemoveFacts {
  readonly map: SchoolMap;
  readonly present: MapEntry;
}

/** Van de kaart halen: the line stays in the region; who the contact person was is gone. */
export const removeMapLine = action({
  slug: 'remove-map-line',
  subject: z.object({ entryId }),
  fields: z.object({}),
  async load(read, { entryId: id }): Promise<RemoveFacts | Refusal> {
    const present = await read.mapEntry(id);
    const map = present === null ? null : await read.schoolMap(present.mapId);
    return present === null || map === null ? { refused: 'not-found' } : { map, present };
  },
  may: ({ map }, { actor }) => teamOnly(map, actor),
  decide({ map, present }): Outcome {
    const reply = mapCards.whole.shown({ mapId: map.id });
    if (present.state === 'removed') return { reply };
    const row = { ...present, state: 'removed' as const, isAgreed: false, contact: null, trailId: map.trailId };
    return {
      changes: [{ put: 'mapEntry', row }],
      entries: [entry('school-map', map.id, 'line-removed', { lineId: present.lineId })],
      inNameOf: map.organisationId,
      reply,
    };
  },
});
