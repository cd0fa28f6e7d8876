import type { Contact, MapEntry, SchoolMap } from '../domain/school-map/school-map.js';
import type { HelpLineId, MapEntryId, OrganisationId, SchoolMapId } from '../domain/ids.js';
import type { Region } from '../lib/region/regions.js';

/** A map whose region's lines changed since its team knows them. */
export interface ChangedMap {
  readonly map: SchoolMap;
  readonly entries: readonly MapEntry[];
}

/** Reading of the schools' own maps of help. What is sealed is opened; erased, it is empty. */
export interface ReadMaps {
  schoolMap(id: SchoolMapId): Promise<SchoolMap | null>;
  /** Of these organisations, by name. */
  schoolMapsOf(organisations: readonly OrganisationId[]): Promise<SchoolMap[]>;
  /** Of which the team said longest ago that they are right, before this day. */
  schoolMapsCheckedBefore(day: string): Promise<SchoolMap[]>;
  mapEntries(id: SchoolMapId): Promise<MapEntry[]>;
  mapEntry(id: MapEntryId): Promise<MapEntry | null>;
  mapNotes(map: SchoolMap): Promise<string>;
  mapContacts(map: SchoolMap): Promise<ReadonlyMap<MapEntryId, Contact>>;
  /** Lines with which at least so many other schools of the region work; the most first. */
  usedNearby(
    map: Pick<SchoolMap, 'id' | 'region'>,
    atLeast: number,
  ): Promise<{ readonly lineId: HelpLineId; readonly schools: number }[]>;
  /** Maps with lines that were changed since. */
  changedMaps(region?: Region): Promise<ChangedMap[]>;
}
