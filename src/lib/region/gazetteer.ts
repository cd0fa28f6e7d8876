import { hamletTable } from './hamlet-table.js';
import { municipalities, municipalityOfNis, type Municipality, type Nis } from './municipalities.js';
import { keyOf } from './locality-name.js';

/** A reading of what was typed, to choose from. Feed `nis` or `label` to `findMunicipality` to resolve it. */
export interface LocalityChoice {
  /** The NIS code; for a locality outside the province its postal code or name, which is accepted just the same. */
  readonly nis: Nis;
  readonly municipalityName: string;
  /** 'Nieuwrode (3221, Holsbeek)', 'Holsbeek (3220)' */
  readonly label: string;
}

/** 'Nieuwrode (3221, Holsbeek)'; the municipality's own name is not said twice. */
export const localityLabel = (name: string, postalCode: string, municipalityName: string): string =>
  name === municipalityName ? `${name} (${postalCode})` : `${name} (${postalCode}, ${municipalityName})`;

/** One name of one municipality: its own, a sub-locality, an old or French name. */
export interface Locality {
  readonly key: string;
  readonly name: string;
  readonly municipality: Municipality;
  readonly choice: LocalityChoice;
}

const localityOf = (municipality: Municipality, name: string, postalCode: string): Locality => ({
  key: keyOf(name),
  name,
  municipality,
  choice: {
    nis: municipality.nis,
    municipalityName: municipality.name,
    label: localityLabel(name, postalCode, municipality.name),
  },
});

const placesOf = (municipality: Municipality): Locality[] => [
  localityOf(municipality, municipality.name, municipality.postalCodes[0] ?? ''),
  ...[...municipality.sublocalities, ...municipality.aliases].map(({ name, postalCode }) =>
    localityOf(municipality, name, postalCode),
  ),
];

/** Every name in the province. */
export const localities: readonly Locality[] = municipalities.flatMap(placesOf);

const grouped = <Value>(entries: readonly (readonly [string, Value])[]): Map<string, Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entries) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
};

const localitiesByKey = grouped(localities.map((locality) => [locality.key, locality]));

const hamletsOf = (line: string): Locality[] => {
  const [town = '', names = ''] = line.split(': ');
  const [municipality] = municipalities.filter(({ name }) => name === town);
  if (!municipality) return [];
  return names.split(', ').map((name) => localityOf(municipality, name, municipality.postalCodes[0] ?? ''));
};

/** Every hamlet that is known by name: suggested, not enough by itself. */
export const hamlets: readonly Locality[] = hamletTable.trim().split('\n').flatMap(hamletsOf);

const hamletsByKey = grouped(hamlets.map((hamlet) => [hamlet.key, hamlet]));

/** Takes a key; gives the hamlets that bear that name. */
export const hamletsNamed = (key: string): readonly Locality[] => hamletsByKey.get(key) ?? [];

/** Every postal code of the province with the municipalities that use it. */
export const municipalitiesByPostalCode: ReadonlyMap<string, readonly Municipality[]> = grouped(
  municipalities.flatMap((municipality) => municipality.postalCodes.map((code) => [code, municipality] as const)),
);

/** Takes a key; gives the localities that bear that name. */
export const localitiesNamed = (key: string): readonly Locality[] => localitiesByKey.get(key) ?? [];

/** Takes a postal code; gives one locality per municipality that uses it. */
export const localitiesWithPostalCode = (code: string): Locality[] =>
  (municipalitiesByPostalCode.get(code) ?? []).map((municipality) => localityOf(municipality, municipality.name, code));

/** Takes a NIS code; gives the municipality as a locality. */
export const localitiesWithNis = (nis: Nis): Locality[] => {
  const municipality = municipalityOfNis(nis);
  return municipality ? [localityOf(municipality, municipality.name, municipality.postalCodes[0] ?? '')] : [];
};
