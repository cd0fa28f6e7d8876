import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import { findMunicipality, municipalityOfNis, regions, type Region } from '../../lib/region/index.js';
import { regionInPath } from '../../lib/region/region-paths.js';
import { catalogueCards } from './catalogue-cards.js';
import { onlyOne } from '../../lib/only-one.js';

/**
 * `aanbod`: what is offered in one's own region; `aanbod Halle`: in the region of that municipality, postal code or region.
 * Everybody may look: all of it is public. What names no region of ours is not kept.
 */
export const listServices = action({
  slug: 'list-services',
  forEverybody: true,
  words: { nl: ['aanbod', 'het aanbod'], en: ['offer', 'the offer'], rest: 'said' },
  subject: z.object({ said: z.string().optional() }),
  fields: z.object({}),
  load: async (read, { said }, { actor }) => regionOf(said) ?? (await ownRegion(read, actor)),
  may: () => null,
  decide: (region) => ({ reply: catalogueCards.list.shown({ region }) }),
});

/** The region that was typed: its name, or a locality in it; null when that is none of ours. */
function regionOf(said = ''): Region | null {
  const typed = said.trim();
  if (typed === '') return null;
  const named = regionInPath(typed.replace(/\s+/g, '-'));
  if (named !== null) return named.region;
  const found = findMunicipality(typed);
  return found.kind === 'found' ? found.municipality.region : null;
}

/** Where a CLB lies or a provider works, when that is one region (R7); null: both are shown. */
async function ownRegion(read: Pick<Read, 'services'>, { organisations }: Actor): Promise<Region | null> {
  const own = new Set<string>();
  for (const { id, kind, municipality } of organisations) {
    const lies = municipality === null ? undefined : municipalityOfNis(municipality)?.region;
    if (lies !== undefined) own.add(lies);
    for (const service of kind === 'provider' ? await read.services(id) : [])
      service.regions.forEach((one) => own.add(one));
  }
  return onlyOne(regions.filter((region) => own.has(region)));
}
