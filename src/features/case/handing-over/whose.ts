import type { Actor } from '../../../contracts/actor.js';
import { questionSides, type QuestionSide } from '../../../domain/case/question.js';
import type { Organisation } from '../../../domain/organisation.js';

/** For which organisation, and on which side of its cases, somebody hands over; null for who is of none that has cases. */
export function ownSide(
  actor: Pick<Actor, 'organisations'>,
): { organisation: Organisation; side: QuestionSide } | null {
  for (const side of questionSides) {
    const organisation = actor.organisations.find(({ kind }) => kind === side);
    if (organisation !== undefined) return { organisation, side };
  }
  return null;
}
