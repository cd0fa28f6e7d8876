import { aliasTable, municipalityTable } from './municipality-table.js';
import { regionOfArrondissement, type Arrondissement, type Region } from './regions.js';

/** The five-digit NIS code of a municipality. */
export type Nis = string;

/** A name with the postal code it stands for: a sub-locality, or an old or French name. */
export interface NamedPart {
  readonly name: string;
  readonly postalCode: string;
}

export interface Municipality {
  readonly nis: Nis;
  readonly name: string;
  readonly arrondissement: Arrondissement;
  readonly region: Region;
  /** The first one is that of the municipality itself. */
  readonly postalCodes: readonly string[];
  readonly sublocalities: readonly NamedPart[];
  /** Old and French names. */
  readonly aliases: readonly NamedPart[];
}

const linesOf = (table: string): string[] => table.trim().split('\n');
const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());

const aliasesOf = (nis: Nis): NamedPart[] =>
  linesOf(aliasTable)
    .map(cellsOf)
    .filter((cells) => cells[2] === nis)
    .map(([name = '', postalCode = '']) => ({ name, postalCode }));

const partsOf = (cell: string): NamedPart[] => {
  const [postalCode = '', names] = cell.split(': ');
  return (names?.split(', ') ?? []).map((name) => ({ name, postalCode }));
};

const municipalityOf = (line: string, arrondissement: Arrondissement): Municipality => {
  const [head = '', ...codes] = cellsOf(line);
  const nis = head.slice(0, 5);
  return {
    nis,
    name: head.slice(6),
    arrondissement,
    region: regionOfArrondissement[arrondissement],
    postalCodes: codes.map((cell) => cell.slice(0, 4)),
    sublocalities: codes.flatMap(partsOf),
    aliases: aliasesOf(nis),
  };
};

/** All municipalities of the province, by name. Source: Statbel, CC BY 4.0 (see the table). */
export const municipalities: readonly Municipality[] = (Object.keys(municipalityTable) as Arrondissement[])
  .flatMap((name) => linesOf(municipalityTable[name]).map((line) => municipalityOf(line, name)))
  .sort((one, other) => (one.name < other.name ? -1 : 1));

const byNis = new Map(municipalities.map((municipality) => [municipality.nis, municipality]));

/** Takes a NIS code; gives its municipality, or undefined when that is not in the province. */
export const municipalityOfNis = (nis: Nis): Municipality | undefined => byNis.get(nis);
