import type { Typed } from '../draft.js';
import { chooseRegions, type Region, type RegionGround } from '../../lib/region/index.js';
import { answered, anyDay, faultOf, faultsAmong, isAsked, questionOf } from './answer.js';
import { parsed, textOf, type Parsed } from './parsed.js';
import { readLocalityText, type FoundLocality, type LocalityReading } from './localities.js';
import { questionIds, type QuestionId } from './questions.js';

export interface RegionAnswer {
  readonly region: Region | 'outside';
  /** What puts the pupil in that region (R7); empty outside. */
  readonly because: readonly RegionGround[];
  /** Other regions that fit as well. */
  readonly also: readonly Region[];
  /** Both regions fit: the worker has chosen. */
  readonly chosen: boolean;
  readonly localities: Readonly<Partial<Record<RegionGround, FoundLocality>>>;
}

/** The localities that decide the region (R7), as the questions that ask for them. */
export const localityFields = ['domicile', 'residence', 'schoolPlace', 'clbPlace'] as const satisfies QuestionId[];
export type LocalityField = (typeof localityFields)[number];

const groundOf: Readonly<Record<LocalityField, RegionGround>> = {
  domicile: 'domicile',
  residence: 'residence',
  schoolPlace: 'school',
  clbPlace: 'clb',
};

export const isLocality = (id: QuestionId): id is LocalityField => questionOf(id).input.kind === 'locality';

/** What was typed in a field for a locality. */
export const readLocality = (typed: Typed, field: LocalityField): LocalityReading =>
  readLocalityText(textOf(typed, field));

/** The localities that are asked of this intake: a group has no home, only a school and a CLB (R3). */
export const localitiesAsked = (typed: Typed): readonly LocalityField[] =>
  questionIds.filter(isLocality).filter((id) => isAsked(id, typed));

function localitiesIn(typed: Typed): RegionAnswer['localities'] {
  const found = localitiesAsked(typed).flatMap((field) => {
    const reading = readLocality(typed, field);
    return reading.kind === 'locality' ? [[groundOf[field], reading.locality] as const] : [];
  });
  return Object.fromEntries(found);
}

/** What the localities say, before a choice is made: the regions that fit and why (R7). */
export function regionsOf(typed: Typed) {
  const localities = localitiesIn(typed);
  const facts = Object.fromEntries(
    Object.entries(localities).map(([ground, locality]) => [ground, locality.nis ?? ('outside' as const)]),
  );
  return { localities, ...chooseRegions(facts) };
}

/** The regions to choose from: both, or 'outside' when none fits; empty when there is nothing to choose. */
export function regionChoices(typed: Typed): readonly (Region | 'outside')[] {
  if (localitiesAsked(typed).some((field) => faultOf(field, typed, anyDay) !== null)) return [];
  const { regions } = regionsOf(typed);
  if (regions.length === 1) return [];
  return regions.length === 0 ? ['outside'] : regions;
}

const chosenRegion = (typed: Typed): Region | 'outside' | undefined =>
  regionChoices(typed).find((choice) => choice === answered('region', typed));

/** What is wrong when there is a region to choose and none was chosen; null otherwise. */
export function regionFault(typed: Typed): string | null {
  const [first] = regionChoices(typed);
  if (first === undefined || chosenRegion(typed) !== undefined) return null;
  return first === 'outside' ? 'region-outside' : 'region-choose';
}

/**
 * The region (R7): domicile, residence, school and CLB, each a municipality, postal code, sub-locality or old
 * name. One region: decided. Both: the worker chooses. None: no dead end, the worker may send it to the referral desk.
 */
export function readRegion(typed: Typed): Parsed<RegionAnswer> {
  return parsed({ ...faultsAmong(localityFields, typed, anyDay), region: regionFault(typed) }, () => {
    const { localities, regions, because } = regionsOf(typed);
    const region = chosenRegion(typed) ?? regions[0] ?? 'outside';
    return {
      region,
      because: region === 'outside' ? [] : because[region],
      also: regions.filter((one) => one !== region),
      chosen: regions.length > 1,
      localities,
    };
  });
}
