import type { ListCheck } from './check-in.js';
import type { CaseEvent } from './events.js';
import type { Referral } from './referral.js';
import { isWaiting } from './states.js';

/** What is asked and answered about a place on a waiting list; the referral stays in the state it is in. */
export type CheckInEvent = CaseEvent<'check-in-asked' | 'check-in-reminded' | 'waiting-confirmed' | 'return-ended'>;

const names: readonly CaseEvent['name'][] = [
  'check-in-asked',
  'check-in-reminded',
  'waiting-confirmed',
  'return-ended',
] satisfies readonly CheckInEvent['name'][];

export const isAboutCheckIn = (event: CaseEvent): event is CheckInEvent => names.includes(event.name);

const unknown: ListCheck = { asked: null, confirmedAt: null, leftAt: null };

/** The referral after its place on a list was asked about, confirmed, or cannot be had back any more. Pure. */
export function evolveCheckIn(referral: Referral, event: CheckInEvent): Referral {
  const check = referral.listCheck ?? unknown;
  switch (event.name) {
    case 'check-in-asked':
      return {
        ...referral,
        listCheck: { ...check, asked: { on: event.data.on, at: event.at, reminded: null, remindedAt: null } },
      };
    case 'check-in-reminded': {
      const { asked } = check;
      if (asked === null) return referral;
      return {
        ...referral,
        listCheck: { ...check, asked: { ...asked, reminded: event.data.stage, remindedAt: event.at } },
      };
    }
    case 'waiting-confirmed':
      return { ...referral, listCheck: { ...unknown, confirmedAt: event.at } };
    case 'return-ended':
      return { ...referral, listCheck: null };
  }
}

/** What is known of its place on a list goes where the referral leaves the list; withdrawn from it, it may come back a while. */
export function withListCheck(before: Referral, after: Referral, event: CaseEvent): Referral {
  if (isWaiting(after.state)) return event.name === 'returned-to-list' ? { ...after, listCheck: null } : after;
  if (after.state !== 'withdrawn') return after.listCheck === null ? after : { ...after, listCheck: null };
  if (!isWaiting(before.state)) return after;
  return { ...after, listCheck: { ...(before.listCheck ?? unknown), leftAt: event.at } };
}
