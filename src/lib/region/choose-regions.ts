import { municipalityOfNis, type Nis } from './municipalities.js';
import { regions, type Region } from './regions.js';

/** The four localities that can bring a pupil into a region (R7), in the order in which they are told. */
export const regionGrounds = ['domicile', 'residence', 'school', 'clb'] as const;
export type RegionGround = (typeof regionGrounds)[number];

/** Where each of the four lies: a NIS code, 'outside' the province, or not known. */
export type RegionFacts = Readonly<Partial<Record<RegionGround, Nis | 'outside' | null>>>;

export interface RegionChoice {
  /** The regions the pupil fits, in the order of `regions`; empty: outside the province. */
  readonly regions: readonly Region[];
  /** For each region, what puts the pupil there. */
  readonly because: Readonly<Record<Region, readonly RegionGround[]>>;
}

const regionOf = (locality: Nis | 'outside' | null | undefined): Region | undefined =>
  locality ? municipalityOfNis(locality)?.region : undefined;

/**
 * Which regions may take the pupil (R7): domicile OR residence OR school OR CLB lies in it. Both is possible: then the
 * worker chooses. None is no refusal: the caller shows the way on.
 */
export const chooseRegions = (facts: RegionFacts): RegionChoice => {
  const groundsFor = (region: Region) => regionGrounds.filter((ground) => regionOf(facts[ground]) === region);
  const because = { VBO: groundsFor('VBO'), AHV: groundsFor('AHV') };
  return { regions: regions.filter((region) => because[region].length > 0), because };
};
