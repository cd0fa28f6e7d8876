import type { Action, View } from '../../contracts/action.js';
import { isOnlyGuest, isUnlinked, type Actor } from '../../contracts/actor.js';
import type { Refusal } from '../../contracts/outcome.js';

/** What is refused before anything is looked up: in a channel that is not linked, and to a guest what is not for everybody. */
export function refusedHere(what: Pick<Action | View, 'anywhere' | 'forEverybody'>, actor: Actor): Refusal | null {
  if (what.forEverybody !== true && isOnlyGuest(actor)) return { refused: 'guest' };
  return what.anywhere !== true && isUnlinked(actor) ? { refused: 'not-linked' } : null;
}
