import type { LocalDate } from './calendar.js';
import type { SignalState } from '../domain/workgroup/signal.js';
import type { Actor } from './actor.js';
import type { Read } from './read.js';

/** What waits for the working group: decisions, those of them past their day, and signals that are not closed. */
export interface GroupWaiting {
  readonly late: number;
  readonly decisions: number;
  readonly signals: number;
}

/** The states of a signal with which something is still to happen. */
export const openSignals = ['new', 'on-agenda', 'discussed', 'delivered'] as const satisfies readonly SignalState[];

export async function loadGroupWaiting(read: Read, today: LocalDate): Promise<GroupWaiting> {
  const decisions = await read.decisions({ state: 'open' });
  return {
    late: decisions.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    decisions: decisions.length,
    signals: await read.countSignals({ states: openSignals }),
  };
}

/** The working groups of who has no list of referrals. */
export const groupOf = ({ organisations }: Pick<Actor, 'organisations'>) =>
  organisations.filter(({ kind }) => kind === 'workgroup').map(({ id }) => id);
