import { sql } from 'kysely';
import type { TrailId } from '../../../domain/ids.js';

/** A worker's own hint as it is stored, with the slot of its trail’s key. */
export interface SealedHint {
  readonly slot: number;
  readonly hint: string;
}

/** Hints that were read beside their case; null: that trail has none, or was erased. They live as long as one press. */
export type SeenHints = Map<TrailId, SealedHint | null>;

/** The sealed hint of a trail `h` as JSON; null where it has none, or was erased. */
export const sealedHintJson = sql<SealedHint | null>`case when h.key_slot is not null and h.hint is not null
  then jsonb_build_object('slot', h.key_slot, 'hint', h.hint) end`;
