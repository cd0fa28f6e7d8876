import type { Read } from '../../../contracts/read.js';
import type { HelpLine } from '../../../domain/helpline/help-line.js';
import { carePhases, kindsOf, phaseOfKind, type CarePhase, type HelpLineKind } from '../../../domain/helpline/kinds.js';
import type { MapEntryId, SchoolMapId } from '../../../domain/ids.js';
import { fewestSchools, type Contact, type MapEntry, type SchoolMap } from '../../../domain/school-map/school-map.js';

/** A line on a map, as the region tells it now. */
export interface MapLine {
  readonly entry: MapEntry;
  readonly line: HelpLine;
}

export interface LoadedMap {
  readonly map: SchoolMap;
  readonly lines: readonly MapLine[];
}

/** Lines that are really there, in the order of their kinds. */
export async function loadMap(read: Read, id: SchoolMapId): Promise<LoadedMap | null> {
  const map = await read.schoolMap(id);
  if (map === null) return null;
  const lines: MapLine[] = [];
  for (const entry of await read.mapEntries(id)) {
    const line = await read.helpLine(entry.lineId);
    if (line !== null) lines.push({ entry, line });
  }
  return { map, lines: lines.toSorted((one, other) => orderOf(one.line) - orderOf(other.line)) };
}

const kindsInOrder: readonly HelpLineKind[] = carePhases.flatMap(kindsOf);
const orderOf = ({ kind }: HelpLine): number => (kind === null ? kindsInOrder.length : kindsInOrder.indexOf(kind));

export const linesIn = (lines: readonly MapLine[], phase: CarePhase): readonly MapLine[] =>
  lines.filter(({ line }) => line.kind !== null && phaseOfKind[line.kind] === phase);

/** The map with the contact persons who agreed to stand on it: for the team, and for who has its address. */
export interface PrintedMap extends LoadedMap {
  readonly contacts: ReadonlyMap<MapEntryId, Contact>;
}

export async function loadPrinted(read: Read, id: SchoolMapId): Promise<PrintedMap | null> {
  const loaded = await loadMap(read, id);
  return loaded === null ? null : { ...loaded, contacts: await read.mapContacts(loaded.map) };
}

/** Everything that is only for the team, and what its region has. */
export interface WholeMap extends PrintedMap {
  readonly notes: string;
  /** Of these kinds there is none in the region. */
  readonly missing: readonly HelpLineKind[];
  /** Lines that other schools of the region use, and this one not. */
  readonly nearby: readonly { readonly line: HelpLine; readonly schools: number }[];
}

export async function loadWhole(read: Read, id: SchoolMapId): Promise<WholeMap | null> {
  const loaded = await loadPrinted(read, id);
  if (loaded === null) return null;
  const { map, lines } = loaded;
  const missing: HelpLineKind[] = [];
  for (const kind of kindsInOrder)
    if ((await read.countHelpLines({ region: map.region, kind })) === 0) missing.push(kind);
  const nearby: { line: HelpLine; schools: number }[] = [];
  for (const { lineId, schools } of await read.usedNearby(map, fewestSchools)) {
    const line = lines.some((one) => one.line.id === lineId) ? null : await read.helpLine(lineId);
    if (line !== null) nearby.push({ line, schools });
  }
  return { ...loaded, notes: await read.mapNotes(map), missing, nearby };
}
