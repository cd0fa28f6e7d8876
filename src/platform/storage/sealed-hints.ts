import type { Kysely, NotNull, Transaction } from 'kysely';
import type { TrailId } from '../../domain/ids.js';
import type { Schema } from './rows/schema.js';
import type { SealedHint, SeenHints } from './rows/sealed-hint.js';
import type { Sealer } from './keys/seal.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** The hints of these trails, opened; asked for only where they were not read beside the case. */
export async function readHints(
  db: Db,
  sealer: Sealer,
  seen: SeenHints,
  trails: readonly TrailId[],
): Promise<ReadonlyMap<TrailId, string>> {
  const unseen = [...new Set(trails)].filter((trail) => !seen.has(trail));
  const asked = new Map(unseen.length === 0 ? [] : await askHints(db, unseen));
  const found = [...new Set(trails)].map((trail) => [trail, seen.get(trail) ?? asked.get(trail) ?? null] as const);
  const opened = await Promise.all(
    found.map(
      async ([trail, sealed]) => [trail, sealed === null ? null : await openHint(sealer, trail, sealed)] as const,
    ),
  );
  return new Map(opened.flatMap(([trail, hint]) => (hint === null ? [] : [[trail, hint] as const])));
}

const openHint = async (sealer: Sealer, trailId: TrailId, { slot, hint }: SealedHint): Promise<string | null> =>
  (await sealer.open({ trailId, slot }, `hint:${trailId}`, hint))?.['hint'] ?? null;

async function askHints(db: Db, trails: readonly TrailId[]): Promise<(readonly [TrailId, SealedHint])[]> {
  const rows = await db
    .selectFrom('trail')
    .select(['id', 'keySlot as slot', 'hint'])
    .where('id', 'in', trails)
    .where('keySlot', 'is not', null)
    .where('hint', 'is not', null)
    .$narrowType<{ slot: NotNull; hint: NotNull }>()
    .execute();
  return rows.map(({ id, ...sealed }) => [id, sealed]);
}
