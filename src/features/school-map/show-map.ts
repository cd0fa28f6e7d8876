import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { onlyOne } from '../../lib/only-one.js';
import { mapCards, mapForms } from './map-cards.js';
import { teamOf } from './map-access.js';

/** `schoolkaart`: a school's own map of help, or the form that makes it; a CLB with several chooses. */
export const showMap = action({
  slug: 'show-map',
  words: {
    nl: ['schoolkaart', 'schoolkaarten', 'kaart van onze school', 'onze kaart'],
    en: ['school map', 'school maps'],
  },
  subject: z.object({}),
  fields: z.object({}),
  load: (read, _subject, { actor }): Promise<readonly SchoolMap[]> => {
    const team = teamOf(actor);
    return team === null ? Promise.resolve([]) : read.schoolMapsOf([team.id]);
  },
  may: (_maps, { actor }) =>
    teamOf(actor) === null ? { refused: actor.organisations.length === 0 ? 'not-a-member' : 'not-yours' } : null,
  decide(maps): Outcome {
    const only = onlyOne(maps);
    if (only !== null) return { reply: mapCards.post.shown({ mapId: only.id }) };
    const [first] = maps;
    if (first === undefined) return { reply: mapForms.start.opened({}) };
    return { reply: mapCards.list.shown({ organisationId: first.organisationId }) };
  },
});
