import { actsFor, type Actor } from '../../contracts/actor.js';
import type { Refusal } from '../../contracts/outcome.js';

/** The desk writes the answers; null for the desk. */
export const deskOnly = (actor: Actor): Refusal | null =>
  actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null;
