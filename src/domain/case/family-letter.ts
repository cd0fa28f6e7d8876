import type { RoundTable } from '../round-table/round-table.js';
import type { Trajectory } from '../trajectory/trajectory.js';
import type { Referral } from './referral.js';
import type { ReferralState } from './states.js';

/** In which languages a family can be written to. */
export const letterLanguages = ['nl', 'fr', 'en', 'ar', 'tr', 'uk'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** What a letter tells: it was sent, it waits, there is a place, people meet. */
export type FamilyLetter =
  | { readonly tells: 'receipt' }
  | { readonly tells: 'waiting' }
  | { readonly tells: 'place' }
  | { readonly tells: 'round-table'; readonly table: RoundTable<'planned'> };

/** A planned round table that is still to come. */
const isToCome =
  (now: Date) =>
  (table: RoundTable): table is RoundTable<'planned'> =>
    table.state === 'planned' && table.appointment.endsAt > now;

const sentStates = [
  'registered',
  'held',
  'dispatched',
  'to-phone',
  'delivered',
  'contacted',
] as const satisfies readonly ReferralState[];

/** States in which something can be told that holds tomorrow: elsewhere something is to be chosen first, or it is over. */
export const letterStates: readonly ReferralState[] = [...sentStates, 'waitlisted', 'placed'];

/** What can be written to a family as the referral stands now; null: nothing, or it is about no single pupil. */
export function letterFor(
  { state, target }: Pick<Referral, 'state' | 'target'>,
  tables: readonly RoundTable[],
  trajectories: readonly Pick<Trajectory, 'state'>[],
  now: Date,
): FamilyLetter | null {
  if (target !== 'pupil') return null;
  if ((sentStates as readonly ReferralState[]).includes(state)) return { tells: 'receipt' };
  if (state === 'waitlisted') return { tells: 'waiting' };
  if (state !== 'placed') return null;
  const table = tables.find(isToCome(now));
  if (table !== undefined) return { tells: 'round-table', table };
  return trajectories.some((one) => one.state === 'started' || one.state === 'paused') ? null : { tells: 'place' };
}
