/** The two regions of Vlaams-Brabant (R7): VBO = Vlaams-Brabant Oost, AHV = Asse-Halle-Vilvoorde. */
export const regions = ['VBO', 'AHV'] as const;
export type Region = (typeof regions)[number];

export type Arrondissement = 'Halle-Vilvoorde' | 'Leuven';

/**
 * Which region an arrondissement belongs to (R7). This is our reading of the sources, not a published list: it is
 * decided here and nowhere else, so that one line changes it.
 */
export const regionOfArrondissement: Readonly<Record<Arrondissement, Region>> = {
  Leuven: 'VBO',
  'Halle-Vilvoorde': 'AHV',
};
