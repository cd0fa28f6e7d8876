import type { Typed } from '../draft.js';
import { chooseRegions, type Region, type RegionGround } from '../region/index.js';
import { answered, anyDay, faultOf, faultsIn, isAsked, questionOf } from './answer.js';
import { parsed, textOf, type Parsed } from './parsed.js';
import { readPlaceText, type FoundPlace, type PlaceReading } from './places.js';
import { questionIds, type QuestionId } from './questions.js';

export interface RegionAnswer {
  readonly region: Region | 'outside';
  /** What places the pupil in that region (R7); empty outside. */
  readonly because: readonly RegionGround[];
  /** Both regions fit: the worker has chosen. */
  readonly chosen: boolean;
  readonly places: Readonly<Partial<Record<RegionGround, FoundPlace>>>;
}

/** The places that decide the region (R7), as the questions that ask for them. */
export const placeFields = ['domicile', 'residence', 'schoolPlace', 'clbPlace'] as const satisfies QuestionId[];
export type PlaceField = (typeof placeFields)[number];

const groundOf: Readonly<Record<PlaceField, RegionGround>> = {
  domicile: 'domicile',
  residence: 'residence',
  schoolPlace: 'school',
  clbPlace: 'clb',
};

export const isPlace = (id: QuestionId): id is PlaceField => questionOf(id).input.kind === 'place';

/** What was typed in a field for a place. */
export const readPlace = (typed: Typed, field: PlaceField): PlaceReading => readPlaceText(textOf(typed, field));

/** The places that are asked of this intake: a group has no home, only a school and a CLB (R3). */
export const placesAsked = (typed: Typed): readonly PlaceField[] =>
  questionIds.filter(isPlace).filter((id) => isAsked(id, typed));

function placesIn(typed: Typed): RegionAnswer['places'] {
  const found = placesAsked(typed).flatMap((field) => {
    const reading = readPlace(typed, field);
    return reading.kind === 'place' ? [[groundOf[field], reading.place] as const] : [];
  });
  return Object.fromEntries(found);
}

/** What the places say, before a choice is made: the regions that fit and why (R7). */
export function regionsOf(typed: Typed) {
  const places = placesIn(typed);
  const facts = Object.fromEntries(
    Object.entries(places).map(([ground, place]) => [ground, place.nis ?? ('outside' as const)]),
  );
  return { places, ...chooseRegions(facts) };
}

/** The regions to choose from: both, or 'outside' when none fits; empty when there is nothing to choose. */
export function regionChoices(typed: Typed): readonly (Region | 'outside')[] {
  if (placesAsked(typed).some((field) => faultOf(field, typed, anyDay) !== null)) return [];
  const { regions } = regionsOf(typed);
  if (regions.length === 1) return [];
  return regions.length === 0 ? ['outside'] : regions;
}

/**
 * Step 3, the region (R7): domicile, residence, school and CLB, each a municipality, postal code, sub-locality or old
 * name. One region: decided. Both: the worker chooses. None: no dead end, the worker may send it to the referral desk.
 */
export function readRegion(typed: Typed): Parsed<RegionAnswer> {
  const choices = regionChoices(typed);
  const chosen = choices.find((choice) => choice === answered('region', typed));
  const open = choices.length > 0 && chosen === undefined;
  const regionFault = choices[0] === 'outside' ? 'region-outside' : 'region-choose';
  return parsed({ ...faultsIn('choose-region', typed, anyDay), region: open ? regionFault : null }, () => {
    const { places, regions, because } = regionsOf(typed);
    const region = chosen ?? regions[0] ?? 'outside';
    return { region, because: region === 'outside' ? [] : because[region], chosen: regions.length > 1, places };
  });
}
