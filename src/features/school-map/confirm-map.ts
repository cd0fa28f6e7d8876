import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { ofMap, teamOnly } from './map-access.js';
import { mapCards, mapPostKey } from './map-cards.js';

/** Alles klopt: the team has looked at its map, for a year. */
export const confirmMap = action({
  slug: 'confirm-map',
  subject: ofMap,
  fields: z.object({}),
  load: async (read, { mapId }): Promise<SchoolMap | Refusal> =>
    (await read.schoolMap(mapId)) ?? { refused: 'not-found' },
  may: (map, { actor }) => teamOnly(map, actor),
  decide(map, _fields, { calendar, now }): Outcome {
    const today = calendar.dayOf(now);
    const reply = { ...mapCards.whole.shown({ mapId: map.id }), note: { key: 'line-confirmed' } };
    if (map.checkedOn === today && map.askedOn === null) return { reply };
    return {
      changes: [{ put: 'schoolMap', row: { ...map, checkedOn: today, askedOn: null } }],
      entries: [entry('school-map', map.id, 'checked', {})],
      refresh: map.askedOn === null ? [] : [mapPostKey(map.id, `check:${map.askedOn}`)],
      inNameOf: map.organisationId,
      reply,
    };
  },
});
