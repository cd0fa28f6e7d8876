import { regions, type Region } from './regions.js';

/** How a region is written in the address of a page. */
export const regionPaths: Readonly<Record<Region, string>> = {
  VBO: 'vlaams-brabant-oost',
  AHV: 'asse-halle-vilvoorde',
};

/** The region that an address names, and whether by its short name, which leads to the page with the long one; null: none. */
export function regionInPath(asked: string): { readonly region: Region; readonly short: boolean } | null {
  const written = asked.toLowerCase();
  const region = regions.find((one) => regionPaths[one] === written || one.toLowerCase() === written);
  return region === undefined ? null : { region, short: regionPaths[region] !== written };
}
