import { municipalities, municipalityOfNis, type Municipality, type Nis } from './municipalities.js';
import { keyOf } from './place-name.js';

/** A reading of what was typed, to choose from. Feed `nis` or `label` to `findMunicipality` to resolve it. */
export interface PlaceChoice {
  /** The NIS code; for a place outside the province its postal code or name, which is accepted just the same. */
  readonly nis: Nis;
  readonly municipalityName: string;
  /** 'Nieuwrode (3221, Holsbeek)', 'Holsbeek (3220)' */
  readonly label: string;
}

/** 'Nieuwrode (3221, Holsbeek)'; the municipality's own name is not said twice. */
export const placeLabel = (name: string, postalCode: string, municipalityName: string): string =>
  name === municipalityName ? `${name} (${postalCode})` : `${name} (${postalCode}, ${municipalityName})`;

/** One name of one municipality: its own, a sub-locality, an old or French name. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly municipality: Municipality;
  readonly choice: PlaceChoice;
}

const placeOf = (municipality: Municipality, name: string, postalCode: string): Place => ({
  key: keyOf(name),
  name,
  municipality,
  choice: {
    nis: municipality.nis,
    municipalityName: municipality.name,
    label: placeLabel(name, postalCode, municipality.name),
  },
});

const placesOf = (municipality: Municipality): Place[] => [
  placeOf(municipality, municipality.name, municipality.postalCodes[0] ?? ''),
  ...[...municipality.sublocalities, ...municipality.aliases].map(({ name, postalCode }) =>
    placeOf(municipality, name, postalCode),
  ),
];

/** Every name in the province. */
export const places: readonly Place[] = municipalities.flatMap(placesOf);

const grouped = <Value>(entries: readonly (readonly [string, Value])[]): Map<string, Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entries) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
};

const placesByKey = grouped(places.map((place) => [place.key, place]));

/** Every postal code of the province with the municipalities that use it. */
export const municipalitiesByPostalCode: ReadonlyMap<string, readonly Municipality[]> = grouped(
  municipalities.flatMap((municipality) => municipality.postalCodes.map((code) => [code, municipality] as const)),
);

/** Takes a key; gives the places that bear that name. */
export const placesNamed = (key: string): readonly Place[] => placesByKey.get(key) ?? [];

/** Takes a postal code; gives one place per municipality that uses it. */
export const placesWithPostalCode = (code: string): Place[] =>
  (municipalitiesByPostalCode.get(code) ?? []).map((municipality) => placeOf(municipality, municipality.name, code));

/** Takes a NIS code; gives the municipality as a place. */
export const placesWithNis = (nis: Nis): Place[] => {
  const municipality = municipalityOfNis(nis);
  return municipality ? [placeOf(municipality, municipality.name, municipality.postalCodes[0] ?? '')] : [];
};
