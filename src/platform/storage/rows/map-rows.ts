import type { MapEntry, SchoolMap } from '../../../domain/school-map/school-map.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The schools' own maps of help. `sealed` is JWE under the map's own key; null: nothing was written. */
export interface MapTables {
  schoolMap: Mutable<SchoolMap> & { sealed: string | null };
  mapEntry: Mutable<MapEntry> & { sealed: string | null };
}
