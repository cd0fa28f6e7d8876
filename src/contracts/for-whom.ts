import type { Organisation } from '../domain/organisation.js';
import type { OrganisationId, PersonId } from '../domain/ids.js';
import { referenceTo } from '../domain/reference-to.js';
import type { Actor } from './actor.js';

/** What somebody of several organisations of a kind does for one of them: it is chosen before it begins, and remembered by what is begun. */
export const chosenFor = { 'start-intake': 'clb', 'ask-inquiry': 'clb', 'count-half-days': 'provider' } as const;
export type ChosenFor = keyof typeof chosenFor;

/** Asks for which organisation; `with`: what the press that led here carried. */
export const chooseOrganisation = referenceTo<{
  readonly for: ChosenFor;
  readonly personId: PersonId;
  readonly with?: Readonly<Record<string, string>>;
}>('choose-organisation');

/** For whom something is done: the one that was chosen while somebody acts for it, or the only one; null: for none of this kind. */
export function forWhom(
  { organisations }: Pick<Actor, 'organisations'>,
  act: ChosenFor,
  chosen: OrganisationId | null | undefined,
): Organisation | 'choose' | null {
  const own = organisations.filter(({ kind }) => kind === chosenFor[act]);
  const [only, another] = own;
  return own.find(({ id }) => id === chosen) ?? (another === undefined ? (only ?? null) : 'choose');
}
