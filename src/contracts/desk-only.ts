import { actsFor, type Actor } from './actor.js';
import type { Refusal } from './outcome.js';

/** What an actor who is not of the desk is told; null for the desk. */
export const deskOnly = (actor: Actor): Refusal | null =>
  actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null;
