import type { Kysely, Transaction } from 'kysely';
import type { Read } from '../../contracts/read.js';
import type { OrganisationId } from '../../domain/ids.js';
import { schoolKey, schoolText, type KnownSchool } from '../../domain/intake/index.js';
import type { Schema, SchoolRow } from './rows/schema.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** So many stand in the list of a card, which must stay small. */
const inList = 60;

const byName = (one: KnownSchool, other: KnownSchool): number => schoolText(one).localeCompare(schoolText(other), 'nl');

/** The schools of which a CLB referred. */
export function readSchools(db: Db) {
  return {
    async schoolsOf(clb) {
      const rows = await db
        .selectFrom('school')
        .select(['name', 'municipality'])
        .where('organisationId', '=', clb)
        .orderBy('lastUsedAt', 'desc')
        .limit(inList)
        .execute();
      return rows.sort(byName);
    },
  } satisfies Partial<Read>;
}

/** A school as it is stored. */
export const schoolRow = (
  school: KnownSchool & { readonly organisationId: OrganisationId },
  lastUsedAt: Date,
): SchoolRow => ({ ...school, key: schoolKey(school), lastUsedAt });

/** Stores a school as used now, as it was spelt this time. */
export async function putSchool(trx: Db, row: SchoolRow): Promise<void> {
  const { name, municipality, lastUsedAt } = row;
  await trx
    .insertInto('school')
    .values(row)
    .onConflict((oc) => oc.columns(['organisationId', 'key']).doUpdateSet({ name, municipality, lastUsedAt }))
    .execute();
}
