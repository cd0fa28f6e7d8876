import type { Actor } from '../../contracts/actor.js';
import type { Refusal } from '../../contracts/outcome.js';

/** Everybody may look; only who belongs to a linked team may add, change, confirm, report or share. */
export const linkedOnly = (actor: Actor): Refusal | null =>
  actor.organisations.length === 0 ? { refused: 'not-a-member' } : null;

/** A school reads the lines and says what is wrong; who keeps them is a CLB, a provider or the desk. */
export const keepersOnly = (actor: Actor): Refusal | null =>
  linkedOnly(actor) ??
  (actor.organisations.every(({ kind }) => kind === 'school') ? { refused: 'school-reads' } : null);
