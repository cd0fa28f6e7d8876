import { sql } from 'kysely';
import type { TrailId } from '../../../domain/ids.js';

/** A worker's own hint as it is stored, with the key of its trail. */
export interface SealedHint {
  readonly wrappedKey: string;
  readonly hint: string;
}

/** Hints that were read beside their case; null: that trail has none, or was erased. They live as long as one press. */
export type SeenHints = Map<TrailId, SealedHint | null>;

/** The sealed hint of a trail `h` as JSON; null where it has none, or was erased. */
export const sealedHintJson = sql<SealedHint | null>`case when h.wrapped_key is not null and h.hint is not null
  then jsonb_build_object('wrappedKey', h.wrapped_key, 'hint', h.hint) end`;
