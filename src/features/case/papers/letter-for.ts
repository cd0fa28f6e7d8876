import { sentStates } from '../../../domain/case/letter-states.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { ReferralState } from '../../../domain/case/states.js';
import type { RoundTable } from '../../../domain/round-table/round-table.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';

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
