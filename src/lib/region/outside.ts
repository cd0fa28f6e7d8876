import { abroadNames } from './abroad-names.js';
import { municipalitiesElsewhere, otherNamesElsewhere } from './elsewhere-table.js';
import { keyOf } from './locality-name.js';

/** Where a Belgian locality outside Vlaams-Brabant lies: Brussels or one of the other nine provinces. */
export type Province =
  | 'brussels'
  | 'walloon-brabant'
  | 'antwerp'
  | 'limburg'
  | 'liege'
  | 'namur'
  | 'hainaut'
  | 'luxembourg'
  | 'west-flanders'
  | 'east-flanders';

/** Postal code ranges, upper end included. Vlaams-Brabant (1500–1999 and 3000–3499) is left out: we know its codes. */
const ranges: readonly (readonly [number, number, Province])[] = [
  [1000, 1299, 'brussels'],
  [1300, 1499, 'walloon-brabant'],
  [2000, 2999, 'antwerp'],
  [3500, 3999, 'limburg'],
  [4000, 4999, 'liege'],
  [5000, 5999, 'namur'],
  [6000, 6599, 'hainaut'],
  [6600, 6999, 'luxembourg'],
  [7000, 7999, 'hainaut'],
  [8000, 8999, 'west-flanders'],
  [9000, 9999, 'east-flanders'],
];

/** Takes a four-digit postal code; gives the province, or undefined when it is in Vlaams-Brabant or nowhere. */
export const provinceOfPostalCode = (code: string): Province | undefined =>
  ranges.find(([from, to]) => Number(code) >= from && Number(code) <= to)?.[2];

/** A place outside Vlaams-Brabant, by the name it is known by here; `province` is null abroad. */
export interface LocalityElsewhere {
  readonly name: string;
  readonly province: Province | null;
  /** All its names as they are compared. */
  readonly keys: readonly string[];
}

const namedIn = (table: string, province: Province | null): LocalityElsewhere[] =>
  table.split(',').map((entry) => {
    const names = entry.split('=').map((name) => name.trim());
    return { name: names[0] ?? '', province, keys: names.map(keyOf) };
  });

const inProvinces = (tables: Readonly<Record<Province, string>>): LocalityElsewhere[] =>
  (Object.entries(tables) as [Province, string][]).flatMap(([province, table]) => namedIn(table, province));

/** Every Belgian municipality outside Vlaams-Brabant, with its province. */
export const belgianElsewhere: readonly LocalityElsewhere[] = inProvinces(municipalitiesElsewhere);

/** All places outside that we know by name: municipalities first, then parts of towns and provinces, then abroad. */
export const localitiesElsewhere: readonly LocalityElsewhere[] = [
  ...belgianElsewhere,
  ...inProvinces(otherNamesElsewhere),
  ...namedIn(abroadNames, null),
];

const elsewhereByKey = new Map(
  [...localitiesElsewhere].reverse().flatMap((locality) => locality.keys.map((key) => [key, locality] as const)),
);

/** Takes the key of a name; gives the place outside Vlaams-Brabant, when it is one we know. */
export const localityElsewhere = (key: string): LocalityElsewhere | undefined => elsewhereByKey.get(key);

/** A locality elsewhere in Belgium that has the same name as a sub-locality of ours. */
export interface Namesake {
  readonly name: string;
  readonly postalCode: string;
  readonly municipalityName: string;
}

/** Sub-localities and hamlets of ours whose name also stands for a locality elsewhere in Belgium: ask, do not guess (R7). */
const namesakes: readonly Namesake[] = [
  { name: 'Berg', postalCode: '3700', municipalityName: 'Tongeren-Borgloon' },
  { name: 'Deurne', postalCode: '2100', municipalityName: 'Antwerpen' },
  { name: 'Hamme', postalCode: '9220', municipalityName: 'Hamme' },
  { name: 'Hofstade', postalCode: '9308', municipalityName: 'Aalst' },
  { name: 'Kapellen', postalCode: '2950', municipalityName: 'Kapellen' },
  { name: 'Houtem', postalCode: '8630', municipalityName: 'Veurne' },
  { name: 'Ledeberg', postalCode: '9050', municipalityName: 'Gent' },
  { name: 'Meldert', postalCode: '9310', municipalityName: 'Aalst' },
  { name: 'Meldert', postalCode: '3560', municipalityName: 'Lummen' },
  { name: 'Moorsel', postalCode: '9310', municipalityName: 'Aalst' },
  { name: 'Ruisbroek', postalCode: '2870', municipalityName: 'Puurs-Sint-Amands' },
  { name: 'Sint-Pieters-Kapelle', postalCode: '8433', municipalityName: 'Middelkerke' },
  { name: 'Tielt', postalCode: '8700', municipalityName: 'Tielt' },
];

/** Takes the key of a name; gives the localities elsewhere that bear it too. */
export const namesakesOf = (key: string): Namesake[] => namesakes.filter(({ name }) => keyOf(name) === key);
