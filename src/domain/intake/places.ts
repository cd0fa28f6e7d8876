import type { Typed } from '../draft.js';
import {
  chooseRegions,
  findMunicipality,
  type Nis,
  type PlaceChoice,
  type Province,
  type Region,
  type RegionGround,
} from '../region/index.js';
import { keyOf } from '../region/place-name.js';
import { isForGroup, placeFields, type PlaceField } from './fields.js';
import { parsed, textOf, type Parsed } from './parsed.js';

/** A place as it was recognised; `nis` is null outside the province. */
export interface FoundPlace {
  readonly name: string;
  readonly nis: Nis | null;
  /** Null in the province, and when only 'outside' was said. */
  readonly province: Province | null;
}

export interface RegionAnswer {
  readonly region: Region | 'outside';
  /** What places the pupil in that region (R7); empty outside. */
  readonly because: readonly RegionGround[];
  /** Both regions fit: the worker has chosen. */
  readonly chosen: boolean;
  readonly places: Readonly<Partial<Record<RegionGround, FoundPlace>>>;
}

/** A field as it was read: nothing typed, a place, or what to choose from. */
export type PlaceReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'place'; readonly place: FoundPlace }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly choices: readonly PlaceChoice[] };

const groundOf: Readonly<Record<PlaceField, RegionGround>> = {
  domicile: 'domicile',
  residence: 'residence',
  schoolPlace: 'school',
  clbPlace: 'clb',
};

/** Ways to say 'somewhere else' without naming the place, in both languages. */
const elsewhere = ['buiten Vlaams-Brabant', 'outside Vlaams-Brabant', 'buitenland', 'abroad', 'outside'].map(keyOf);

/** What was typed in a field for a place. */
export function readPlace(typed: Typed, field: PlaceField): PlaceReading {
  const text = textOf(typed, field);
  if (text === '') return { kind: 'empty' };
  const found = findMunicipality(elsewhere.includes(keyOf(text)) ? 'outside' : text);
  switch (found.kind) {
    case 'found':
      return { kind: 'place', place: { name: found.municipality.name, nis: found.municipality.nis, province: null } };
    case 'outside':
      return { kind: 'place', place: { name: found.place || text, nis: null, province: found.province } };
    case 'ambiguous':
      return { kind: 'ambiguous', choices: found.choices };
    case 'unknown':
      return { kind: 'unknown', choices: found.nearest };
  }
}

/** The fields that count for this draft: a group has no home, only a school and a CLB (R3). */
export const placesAsked = (typed: Typed): readonly PlaceField[] =>
  isForGroup(typed) ? ['schoolPlace', 'clbPlace'] : placeFields;

const isNeeded = (typed: Typed, field: PlaceField): boolean =>
  field === 'domicile' || (field === 'schoolPlace' && typed['enrolment'] !== 'not-enrolled-nearest-clb');

function placeError(typed: Typed, field: PlaceField, reading: PlaceReading): string | null {
  if (reading.kind === 'empty') return isNeeded(typed, field) ? `${field}-missing` : null;
  if (reading.kind === 'place') return null;
  if (reading.kind === 'ambiguous') return 'place-ambiguous';
  return reading.choices.length > 0 ? 'place-unknown' : 'place-unknown-bare';
}

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
  if (placesAsked(typed).some((field) => placeError(typed, field, readPlace(typed, field)) !== null)) return [];
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
  const chosen = choices.find((choice) => choice === typed['region']);
  const errors = Object.fromEntries(
    placesAsked(typed).map((field) => [field, placeError(typed, field, readPlace(typed, field))]),
  );
  const open = choices.length > 0 && chosen === undefined;
  const regionError = choices[0] === 'outside' ? 'region-outside' : 'region-choose';
  return parsed({ ...errors, region: open ? regionError : null }, () => {
    const { places, regions, because } = regionsOf(typed);
    const region = chosen ?? regions[0] ?? 'outside';
    return { region, because: region === 'outside' ? [] : because[region], chosen: regions.length > 1, places };
  });
}
