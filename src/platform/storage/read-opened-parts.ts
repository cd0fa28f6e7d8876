import { sql, type Kysely, type Transaction } from 'kysely';
import type { OpenedPart } from '../../contracts/read.js';
import type { DraftId, TrailId } from '../../domain/ids.js';
import type { Schema } from './rows/schema.js';
import { draftKey } from './keys/draft-keys.js';
import { sealedKinds, type SealedKind } from './keys/trail-parts.js';
import { trailKeyOrNull } from './keys/trail-keys.js';
import type { Sealer } from './keys/seal.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** A row with something sealed, as the database knows it. */
type Row = Readonly<Record<string, unknown>>;

/**
 * Opens everything that is sealed of one trail, whatever kind it is: by the one list of what is sealed, so that a new kind is told to
 * whoever asks what is kept of a pupil without anybody thinking of it.
 */
export async function readOpenedParts(db: Db, sealer: Sealer, trail: TrailId): Promise<OpenedPart[]> {
  const key = await trailKeyOrNull(db, trail);
  if (key === null || sealer.isDestroyed(key)) return [];
  const opened: OpenedPart[] = [];
  for (const kind of Object.keys(sealedKinds) as SealedKind[]) {
    const { table, id, of, sealed } = sealedKinds[kind];
    const { rows } = await sql<{ row: Row }>`select to_jsonb(x) as row from ${sql.table(table)} x
      where ${of(sql`${trail}::uuid`)} and x.${sql.id(sealed)} is not null`.execute(db);
    for (const { row } of rows.toSorted((one, other) => Number(one.row['seq'] ?? 0) - Number(other.row['seq'] ?? 0))) {
      const name = [kind, ...id.map((column) => String(row[column]))].join(':') as `${SealedKind}:${string}`;
      const own = kind === 'draft' ? draftKey(row['id'] as DraftId, row['key_slot'] as number | null) : null;
      const typed = await sealer.open(own ?? key, name, String(row[sealed]));
      if (typed !== null) opened.push({ kind, ...aboutRow(row), typed });
    }
  }
  return opened;
}

const aboutRow = (row: Row): Pick<OpenedPart, 'of' | 'event' | 'at'> => ({
  of: text(row['subject_id'] ?? row['referral_id']),
  event: text(row['name']),
  at: text(row['at'] ?? row['updated_at']),
});

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
