import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadMaps } from '../../contracts/read-maps.js';
import type { Contact, MapEntry, SchoolMap } from '../../domain/school-map/school-map.js';
import type { MapEntryId } from '../../domain/ids.js';
import type { Schema } from './rows/schema.js';
import type { Sealer } from './keys/seal.js';
import type { SealedRow } from './keys/trail-parts.js';
import { trailKeyOrNull } from './keys/trail-keys.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const mapColumns = [
  'id',
  'trailId',
  'organisationId',
  'name',
  'region',
  'seeks',
  'askedFor',
  'checkedOn',
  'askedOn',
  'createdAt',
  'version',
] as const satisfies readonly (keyof SchoolMap)[];
const entryColumns = [
  'id',
  'mapId',
  'lineId',
  'sinceYear',
  'isAgreed',
  'toldAt',
  'state',
  'version',
] as const satisfies readonly (keyof MapEntry)[];

/** The schools' own maps, over one connection or transaction. */
export const readMaps = (db: Db, sealer: Sealer): ReadMaps => ({ ...readRows(db), ...readSealedParts(db, sealer) });

function readRows(db: Db) {
  const maps = () => db.selectFrom('schoolMap').select(mapColumns);
  const entries = () => db.selectFrom('mapEntry').select(entryColumns);
  return {
    schoolMap: async (id) => (await maps().where('id', '=', id).executeTakeFirst()) ?? null,
    schoolMapsOf: async (ids) =>
      ids.length === 0
        ? []
        : maps()
            .where('organisationId', 'in', [...ids])
            .orderBy(sql`lower(name)`)
            .orderBy('id')
            .execute(),
    schoolMapsCheckedBefore: (day) => maps().where('checkedOn', '<', day).orderBy('checkedOn').orderBy('id').execute(),
    mapEntries: (id) => entries().where('mapId', '=', id).where('state', '=', 'shown').orderBy('id').execute(),
    mapEntry: async (id) => (await entries().where('id', '=', id).executeTakeFirst()) ?? null,
    usedNearby: async ({ id, region }, atLeast) => {
      const rows = await db
        .selectFrom('mapEntry as e')
        .innerJoin('schoolMap as m', 'm.id', 'e.mapId')
        .select(['e.lineId', sql<number>`count(distinct m.name)::int`.as('schools')])
        .where('m.region', '=', region)
        .where('m.id', '!=', id)
        .where('e.state', '=', 'shown')
        .groupBy('e.lineId')
        .having(sql<boolean>`count(distinct m.name) >= ${atLeast}`)
        .orderBy('schools', 'desc')
        .orderBy('e.lineId')
        .execute();
      return rows.map(({ lineId, schools }) => ({ lineId, schools: Number(schools) }));
    },
    changedMaps: async () => {
      const changed = await db
        .selectFrom('mapEntry as e')
        .innerJoin('helpLine as l', 'l.id', 'e.lineId')
        .select(entryColumns.map((column) => `e.${column}` as const))
        .where('e.state', '=', 'shown')
        .whereRef('l.updatedAt', '>', 'e.toldAt')
        .orderBy('e.mapId')
        .orderBy('e.id')
        .execute();
      const ids = [...new Set(changed.map(({ mapId }) => mapId))];
      const found = ids.length === 0 ? [] : await maps().where('id', 'in', ids).orderBy('id').execute();
      return found.map((map) => ({ map, entries: changed.filter(({ mapId }) => mapId === map.id) }));
    },
  } satisfies Partial<ReadMaps>;
}

function readSealedParts(db: Db, sealer: Sealer) {
  const open = async ({ trailId }: SchoolMap, row: SealedRow, sealed: string | null | undefined) => {
    const key = sealed ? await trailKeyOrNull(db, trailId) : null;
    return key === null || !sealed ? null : sealer.open(key, row, sealed);
  };
  return {
    mapNotes: async (map) => {
      const row = await db.selectFrom('schoolMap').select('sealed').where('id', '=', map.id).executeTakeFirst();
      return (await open(map, `map:${map.id}`, row?.sealed))?.['notes'] ?? '';
    },
    mapContacts: async (map) => {
      const rows = await db
        .selectFrom('mapEntry')
        .select(['id', 'sealed'])
        .where('mapId', '=', map.id)
        .where('state', '=', 'shown')
        .where('sealed', 'is not', null)
        .execute();
      const contacts = new Map<MapEntryId, Contact>();
      for (const { id, sealed } of rows) {
        const opened = await open(map, `contact:${id}`, sealed);
        if (opened !== null) contacts.set(id, contactFrom(opened));
      }
      return contacts;
    },
  } satisfies Partial<ReadMaps>;
}

const contactFrom = ({ name = '', phone = '', email = '' }: Readonly<Record<string, string>>): Contact => ({
  name,
  phone,
  email,
});
