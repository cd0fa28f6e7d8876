import { actsFor, type Actor } from '../../contracts/actor.js';
import type { Refusal } from '../../contracts/outcome.js';

/** Only the desk imports help lines; null for the desk. */
export const deskOnly = (actor: Actor): Refusal | null =>
  actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null;
