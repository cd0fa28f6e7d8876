import { action } from '../../contracts/action.js';
import type { Outcome, Refusal, To } from '../../contracts/outcome.js';
import type { Channel } from '../../domain/organisation.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { z } from 'zod';
import { ofMap, teamOnly } from './map-access.js';
import { mapCards, mapPostKey } from './map-cards.js';

interface ShareFacts {
  readonly map: SchoolMap;
  readonly channels: readonly Channel[];
}

/** Delen: the map in the channel of its team, once a day; without contact persons and notes. */
export const shareMap = action({
  slug: 'share-map',
  subject: ofMap,
  fields: z.object({}),
  async load(read, { mapId }): Promise<ShareFacts | Refusal> {
    const map = await read.schoolMap(mapId);
    return map === null ? { refused: 'not-found' } : { map, channels: await read.channelsOf(map.organisationId) };
  },
  may: ({ map, channels }, { actor }) =>
    teamOnly(map, actor) ?? (channels.length === 0 ? { refused: 'no-channel' } : null),
  decide({ map, channels }, _fields, { actor, calendar, now }): Outcome {
    const here = channels.find(({ id }) => id === actor.channel?.id);
    const to: To = here === undefined ? { organisation: map.organisationId } : { channel: here.id };
    const where = `${here?.id ?? 'first'}:${calendar.dayOf(now)}`;
    return {
      notices: [{ key: mapPostKey(map.id, where), ...mapCards.post.with({ mapId: map.id }), to }],
      entries: [entry('school-map', map.id, 'shared', {})],
      inNameOf: map.organisationId,
      reply: { ...mapCards.whole.shown({ mapId: map.id }), note: { key: 'line-shared' } },
    };
  },
});
