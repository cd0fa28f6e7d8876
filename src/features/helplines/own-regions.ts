import type { Actor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import { municipalityOfNis, regions, type Region } from '../../lib/region/index.js';
import { onlyOne } from '../../lib/only-one.js';

/**
 * The regions for which the actor's organisations work: of a CLB where it lies (R7), of a provider where its services are
 * offered. In the order of `regions`; empty when that is not known.
 */
export async function ownRegions(
  read: Pick<Read, 'services'>,
  { organisations }: Pick<Actor, 'organisations'>,
): Promise<Region[]> {
  const found = new Set<string>();
  for (const { id, kind, municipality } of organisations) {
    const region = municipality === null ? undefined : municipalityOfNis(municipality)?.region;
    if (region !== undefined) found.add(region);
    const offered = kind === 'provider' ? await read.services(id) : [];
    for (const service of offered) service.regions.forEach((one) => found.add(one));
  }
  return regions.filter((region) => found.has(region));
}

/** The one region to begin with; null when there are more or none: then both are shown. */
export const oneRegion = (own: readonly Region[]): Region | null => onlyOne(own);
