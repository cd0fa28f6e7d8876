import type { Acted } from '../contracts/acting.js';
import type { Actor } from '../contracts/actor.js';
import type { Refusal } from '../contracts/outcome.js';
import { plain } from './plain.js';
import { stateWord } from './referral-words.js';

/** Why a press that does not fit the state any more is not taken: who was first, or that the card is old; with the present state. */
export function whoWasFirst(
  { referral, lastBy }: Acted,
  actor: Actor,
  show: NonNullable<Refusal['show']>,
): Refusal & { readonly show: NonNullable<Refusal['show']> } {
  if (lastBy === null || lastBy.id === actor.person.id) return { refused: 'outdated', show };
  const values = { name: plain(lastBy.name), state: stateWord(actor.language, referral.state).word };
  return { refused: 'somebody-first', values, show };
}
