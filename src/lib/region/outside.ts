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

/** Localities just over the border and the large towns: enough to answer "outside" instead of "unknown". Not a gazetteer. */
const namesOutside: Partial<Record<Province, string>> = {
  brussels:
    'Brussel, Bruxelles, Brussels, Anderlecht, Elsene, Etterbeek, Evere, Ganshoren, Jette, Koekelberg, Oudergem, ' +
    'Schaarbeek, Sint-Agatha-Berchem, Sint-Gillis, Sint-Jans-Molenbeek, Molenbeek, Sint-Joost-ten-Node, ' +
    'Sint-Lambrechts-Woluwe, Sint-Pieters-Woluwe, Ukkel, Vorst, Watermaal-Bosvoorde, Laken, Haren, Neder-Over-Heembeek',
  'walloon-brabant':
    'Waals-Brabant, Waver, Wavre, Jodoigne, Geldenaken, Waterloo, Tubeke, Tubize, Eigenbrakel, Terhulpen, Rixensart, ' +
    'Grez-Doiceau, Graven, Bevekom, Beauvechain, Louvain-la-Neuve, Ottignies, Nijvel',
  antwerp:
    'Antwerpen, Mechelen, Lier, Turnhout, Geel, Mol, Herentals, Heist-op-den-Berg, Bonheiden, Putte, Willebroek, ' +
    'Puurs-Sint-Amands, Westerlo, Herselt, Hulshout, Laakdal, Boom, Bornem, Sint-Katelijne-Waver, Nijlen',
  limburg:
    'Limburg, Hasselt, Genk, Sint-Truiden, Tongeren, Tongeren-Borgloon, Beringen, Tessenderlo, Tessenderlo-Ham, Ham, ' +
    'Halen, Herk-de-Stad, Lummen, Nieuwerkerken, Gingelom',
  liege: 'Luik, Liège, Hannuit, Hannut, Borgworm, Waremme, Lijsem, Lincent',
  namur: 'Namen, Namur',
  hainaut: 'Henegouwen, Bergen, Mons, Charleroi, Doornik, Edingen, Enghien, Opzullik, Silly',
  luxembourg: 'Luxemburg, Aarlen, Arlon',
  'west-flanders': 'West-Vlaanderen, Brugge, Kortrijk, Oostende, Roeselare, Middelkerke',
  'east-flanders':
    'Oost-Vlaanderen, Gent, Aalst, Dendermonde, Ninove, Geraardsbergen, Denderleeuw, Haaltert, Lebbeke, Buggenhout, ' +
    'Sint-Niklaas, Oudenaarde',
};

/** A locality outside Vlaams-Brabant, by the name it is known by here. */
export interface LocalityElsewhere {
  readonly name: string;
  readonly province: Province;
}

const elsewhereByKey = new Map(
  (Object.entries(namesOutside) as [Province, string][]).flatMap(([province, names]) =>
    names.split(', ').map((name) => [keyOf(name), { name, province }] as const),
  ),
);

/** Takes the key of a name; gives the locality outside Vlaams-Brabant, when it is one we know. */
export const localityElsewhere = (key: string): LocalityElsewhere | undefined => elsewhereByKey.get(key);

/** A locality elsewhere in Belgium that has the same name as a sub-locality of ours. */
export interface Namesake {
  readonly name: string;
  readonly postalCode: string;
  readonly municipalityName: string;
}

/** Sub-localities of ours whose name also stands for a locality elsewhere in Belgium: ask, do not guess (R7). */
const namesakes: readonly Namesake[] = [
  { name: 'Berg', postalCode: '3700', municipalityName: 'Tongeren-Borgloon' },
  { name: 'Deurne', postalCode: '2100', municipalityName: 'Antwerpen' },
  { name: 'Hamme', postalCode: '9220', municipalityName: 'Hamme' },
  { name: 'Hofstade', postalCode: '9308', municipalityName: 'Aalst' },
  { name: 'Kapellen', postalCode: '2950', municipalityName: 'Kapellen' },
  { name: 'Meldert', postalCode: '9310', municipalityName: 'Aalst' },
  { name: 'Meldert', postalCode: '3560', municipalityName: 'Lummen' },
  { name: 'Ruisbroek', postalCode: '2870', municipalityName: 'Puurs-Sint-Amands' },
  { name: 'Sint-Pieters-Kapelle', postalCode: '8433', municipalityName: 'Middelkerke' },
  { name: 'Tielt', postalCode: '8700', municipalityName: 'Tielt' },
];

/** Takes the key of a name; gives the localities elsewhere that bear it too. */
export const namesakesOf = (key: string): Namesake[] => namesakes.filter(({ name }) => keyOf(name) === key);
