import { z } from 'zod';
import { id } from '../../contracts/id.js';
import type { OrganisationId } from '../../domain/ids.js';
import { isOf } from '../../contracts/actor.js';
import { view } from '../../contracts/action.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { mapLine } from './told/map-words.js';

/** The maps that a CLB made with its schools. */
export const schoolMapList = view({
  slug: 'school-map-list',
  audience: 'stored',
  params: z.object({ organisationId: id<OrganisationId>() }),
  load: (read, { organisationId }): Promise<SchoolMap[]> => read.schoolMapsOf([organisationId]),
  may: (maps, actor) =>
    maps.every(({ organisationId }) => isOf(actor, organisationId)) ? null : { refused: 'not-yours' },
  fill: (maps, context) => ({
    empty: maps.length === 0 ? texts(context.language)('school-map.school-map-list.empty') : null,
    rows: maps.map((map) => ({ mapId: map.id, title: plain(map.name), line: mapLine(map, context), badge: null })),
  }),
  summary: (_maps, { language }) => texts(language)('school-map.school-map-list.title'),
});
