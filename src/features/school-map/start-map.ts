import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { SchoolMapId, TrailId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { municipalityOfNis, regions } from '../../lib/region/index.js';
import { texts } from '../../texts/index.js';
import { mapId, teamOf } from './map-access.js';
import { mapCards, mapForms } from './map-cards.js';

interface StartFacts {
  readonly id: SchoolMapId | null;
  readonly made: SchoolMap | null;
  readonly team: Organisation | null;
}

/** Schoolkaart maken: a school for itself, or a CLB worker with a school. Errors: `name-missing`, `name-long`, `region-missing`. */
export const startMap = action({
  slug: 'start-map',
  storable: true,
  subject: z.object({ mapId: mapId.optional() }),
  fields: z.object({
    name: z.string('name-missing').trim().min(1, 'name-missing').max(100, 'name-long'),
    region: z.enum(regions, 'region-missing'),
  }),
  load: async (read, { mapId: id = null }, { actor }): Promise<StartFacts> => ({
    id,
    made: id === null ? null : await read.schoolMap(id),
    team: teamOf(actor),
  }),
  may: ({ team }) => (team === null ? { refused: 'not-yours' } : null),
  form({ id, team }, { actor: { language }, newId }, { typed }) {
    const own = team?.municipality == null ? undefined : municipalityOfNis(team.municipality)?.region;
    return {
      mapId: id ?? newId<SchoolMapId>(),
      why: texts(language)(`school-map.start-map.why.${team?.kind === 'school' ? 'school' : 'clb'}`),
      regions: regions.map((value) => ({
        title: texts(language)(`common.common.region.${value}`),
        value: value as string,
      })),
      typed: {
        name: typed['name'] ?? (team?.kind === 'school' ? team.name : null),
        region: typed['region'] ?? own ?? null,
      },
    };
  },
  decide({ id, made, team }, { name, region }, { now, calendar, newId }): Outcome {
    if (made !== null) return { reply: mapCards.whole.shown({ mapId: made.id }) };
    if (id === null || team === null) return { reply: mapForms.start.opened({}) };
    const trailId = newId<TrailId>();
    const row: SchoolMap = {
      id,
      trailId,
      organisationId: team.id,
      name,
      region,
      seeks: [],
      askedFor: {},
      checkedOn: calendar.dayOf(now),
      askedOn: null,
      createdAt: now,
      version: 0,
    };
    return {
      changes: [
        { put: 'trail', row: { id: trailId, firstRegisteredAt: null, createdAt: now, version: 0 } },
        { put: 'schoolMap', row: { ...row, notes: '' } },
      ],
      entries: [entry('school-map', id, 'made', {})],
      inNameOf: team.id,
      reply: mapCards.whole.shown({ mapId: id }),
    };
  },
});
