import { foldedWords } from '../folded-words.js';
import { municipalities, municipalityOfNis, type Municipality } from '../../lib/region/municipalities.js';
import { regions, type Region } from '../../lib/region/regions.js';
import type { Lens } from './lens.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { listOf, textOf, withList, type HsdsRecord } from '../../lib/hsds/record.js';

/** Where a line is offered: its regions, and the municipalities when it serves only some of them. */
export interface Area {
  readonly regions: readonly Region[];
  readonly municipalities: readonly string[];
}

/** Names of whole areas, folded, longest first. Flanders and Belgium say nothing about a region of ours and are left. */
const wholeAreas: readonly (readonly [string, readonly Region[]])[] = [
  ['vlaams brabant oost', ['VBO']],
  ['asse halle vilvoorde', ['AHV']],
  ['arrondissement leuven', ['VBO']],
  ['arrondissement halle vilvoorde', ['AHV']],
  ['halle vilvoorde', ['AHV']],
  ['leuven arrondissement', ['VBO']],
  ['provincie vlaams brabant', ['VBO', 'AHV']],
  ['province of flemish brabant', ['VBO', 'AHV']],
  ['flemish brabant', ['VBO', 'AHV']],
  ['brabant flamand', ['VBO', 'AHV']],
  ['vlaams brabant', ['VBO', 'AHV']],
];
const partOf = '-part';

const folded = (name: string): string => foldedWords(name).join(' ');
/** Only whole names of municipalities: a part of one is not an area that we know. */
const townByName = new Map(municipalities.map((town) => [folded(town.name), town]));

type Meaning = { readonly whole: readonly Region[] } | { readonly part: Region } | { readonly town: Municipality };

/** What an area means here; null when it says nothing about our regions. */
function meaningOf(area: HsdsRecord): Meaning | null {
  const extent = textOf(area, 'extent')?.trim() ?? '';
  const ours = regions.find((region) => extent === region || extent === `${region}${partOf}`);
  if (ours !== undefined) return extent === ours ? { whole: [ours] } : { part: ours };
  const town = municipalityOfNis(extent);
  if (town !== undefined) return { town };
  const name = folded(textOf(area, 'name') ?? '');
  const region = regions.find((one) => name === one.toLowerCase());
  const whole = region === undefined ? wholeAreas.find(([known]) => name === known)?.[1] : [region];
  if (whole !== undefined) return { whole };
  const named = townByName.get(name.replace(/^(?:gemeente|stad|city of|municipality of) /, ''));
  return named === undefined ? null : { town: named };
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

const regionsIn = (meaning: Meaning): readonly Region[] => {
  if ('whole' in meaning) return meaning.whole;
  return ['part' in meaning ? meaning.part : meaning.town.region];
};

function ownAreas(
  { regions: where, municipalities }: Area,
  id: string,
  name: (region: Region) => string,
): HsdsRecord[] {
  const area = (extent: string, called: string) => ({
    id: nameUuid(id, `service area ${extent}`),
    service_id: id,
    name: called,
    extent,
    extent_type: 'text',
  });
  const part = municipalities.length > 0;
  return [
    ...where.map((region) => area(part ? `${region}${partOf}` : region, name(region))),
    ...municipalities.map((nis) => area(nis, municipalityOfNis(nis)?.name ?? nis)),
  ];
}

/**
 * The service area. Its regions are named as a whole, or as a part (`VBO-part`) beside the municipalities that are meant
 * (NIS codes). Areas that say nothing about our regions are not got and stay.
 */
export const areaLens: Lens<Area> = {
  get(service) {
    const meanings = listOf(service, 'service_areas')
      .map(meaningOf)
      .filter((one) => one !== null);
    const whole = meanings.some((one) => 'whole' in one);
    const towns = meanings.flatMap((one) => ('town' in one ? [one.town.nis] : []));
    return { regions: unique(meanings.flatMap(regionsIn)), municipalities: whole ? [] : unique(towns) };
  },
  put(service, area, { id, terms }) {
    const others = listOf(service, 'service_areas').filter((one) => meaningOf(one) === null);
    return withList(service, 'service_areas', [...ownAreas(area, id, (region) => terms.regions[region]), ...others]);
  },
};
