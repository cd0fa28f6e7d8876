import { isOf, type Actor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import type { Referral } from '../../domain/case/referral.js';

/** The CLB's own hint for a pupil, for a reader of that CLB; null when there is none, for others, and where others may read. */
export const hintFor = async (
  read: Read,
  actor: Actor | null,
  { clbId, trailId }: Pick<Referral, 'clbId' | 'trailId'>,
): Promise<string | null> =>
  actor !== null && isOf(actor, clbId) ? ((await read.hintsOf([trailId])).get(trailId) ?? null) : null;
