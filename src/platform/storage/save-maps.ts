import type { Transaction } from 'kysely';
import type { MapChanges } from '../../contracts/changes.js';
import type { TrailId } from '../../domain/ids.js';
import { jsonb } from './rows/json.js';
import type { Schema } from './rows/schema.js';
import { storeVersion } from './rows/store-version.js';
import type { Sealer } from './keys/seal.js';
import type { SealedRow } from './keys/trail-parts.js';
import { trailKeyOf } from './keys/trail-keys.js';

type Trx = Transaction<Schema>;
type RowOf<P extends MapChanges['put']> = Extract<MapChanges, { readonly put: P }>['row'];

interface Written {
  readonly trailId: TrailId;
  readonly row: SealedRow;
  /** Null: nothing. */
  readonly typed: Readonly<Record<string, string>> | null;
}

/** What is written, under the map's own key. */
const sealedColumn = async (trx: Trx, sealer: Sealer, { trailId, row, typed }: Written) => ({
  sealed: typed === null ? null : await sealer.seal(await trailKeyOf(trx, trailId), row, typed),
});

/** The next version of a map; its notes are sealed. */
export async function putSchoolMap(trx: Trx, sealer: Sealer, { notes, ...row }: RowOf<'schoolMap'>): Promise<void> {
  const typed = notes === undefined || notes === '' ? null : { notes };
  const written = { trailId: row.trailId, row: `map:${row.id}` as const, typed };
  const sealed = notes === undefined ? {} : await sealedColumn(trx, sealer, written);
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
  const written = { trailId, row: `contact:${row.id}` as const, typed: contact == null ? null : { ...contact } };
  const sealed = contact === undefined ? {} : await sealedColumn(trx, sealer, written);
  await storeVersion(trx, 'mapEntry', row.version, { ...row, ...sealed });
}
