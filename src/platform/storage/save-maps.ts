import type { Transaction } from 'kysely';
import type { MapChanges } from '../../contracts/changes.js';
import { jsonb } from './rows/json.js';
import type { Schema } from './rows/schema.js';
import { storeVersion } from './rows/store-version.js';
import type { Sealer } from './seal.js';
import { trailKeyOf } from './wrapped-keys.js';

type Trx = Transaction<Schema>;
type RowOf<P extends MapChanges['put']> = Extract<MapChanges, { readonly put: P }>['row'];

/** What is written under the map's own key; null: nothing. Left out, the column is too. */
async function sealedUnder(
  trx: Trx,
  sealer: Sealer,
  trailId: string,
  written: Readonly<Record<string, string>> | null,
) {
  return { sealed: written === null ? null : await sealer.seal(await trailKeyOf(trx, trailId), written) };
}

/** The next version of a map; its notes are sealed. */
export async function putSchoolMap(trx: Trx, sealer: Sealer, { notes, ...row }: RowOf<'schoolMap'>): Promise<void> {
  const written = notes === undefined || notes === '' ? null : { notes };
  const sealed = notes === undefined ? {} : await sealedUnder(trx, sealer, row.trailId, written);
  await storeVersion(trx, 'schoolMap', row.version, { ...row, askedFor: jsonb(row.askedFor), ...sealed } as {
    id: string;
  });
}

/** The next version of a line in it; the contact person is sealed in the same way. */
export async function putMapEntry(
  trx: Trx,
  sealer: Sealer,
  { contact, trailId, ...row }: RowOf<'mapEntry'>,
): Promise<void> {
  const sealed = contact === undefined ? {} : await sealedUnder(trx, sealer, trailId, contact && { ...contact });
  await storeVersion(trx, 'mapEntry', row.version, { ...row, ...sealed });
}
