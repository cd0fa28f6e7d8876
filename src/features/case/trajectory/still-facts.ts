import { z } from 'zod';
import { isOf, type Actor } from '../../../contracts/actor.js';
import { id } from '../../../contracts/id.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { StillAsked } from '../../../contracts/trajectory.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import type { Person } from '../../../domain/organisation.js';
import type { OnStill } from '../../../domain/trajectory/cards.js';
import { stillWho } from '../../../domain/trajectory/still-at-school.js';

/** So many pupils on one card; the others follow once these are answered. */
export const stillPerCard = 12;

/** The fields of a card, by number; whose they are, the card carries. */
export const stillFields = Array.from({ length: stillPerCard }, (_, index) => `still${index + 1}`);

/** Whose card it is, and under which day it asks. */
export const stillParams = z.object({
  of: z.enum(stillWho),
  who: id<PersonId | OrganisationId>(),
  on: z.iso.date(),
  again: z.literal('yes').optional().catch(undefined),
});

export interface StillFacts extends OnStill {
  /** Null: it is the team's. */
  readonly person: Person | null;
  readonly rows: readonly StillAsked[];
}

/** What waits for an answer of a person, or of a team; null when there is no such person. */
export async function loadStill(read: Read, card: OnStill): Promise<StillFacts | null> {
  const person = card.of === 'referrer' ? await read.person(card.who as PersonId) : null;
  if (card.of === 'referrer' && person === null) return null;
  return { ...card, person, rows: await read.stillAsked(card) };
}

/** The card of a person is that person's, the one of a team everybody's in it. */
export const mayAnswerStill = ({ of, who }: OnStill, actor: Actor): Refusal | null =>
  (of === 'team' ? isOf(actor, who as OrganisationId) : actor.person.id === who) ? null : { refused: 'not-yours' };
