import type { LocalDate } from '../local-date.js';
import { schoolYearOf, type SchoolYear } from '../school-year.js';
import type { Meeting } from './meeting.js';

/** Three meetings in a school year (R19). */
export const meetingNumbers = [1, 2, 3] as const;
export type MeetingNumber = (typeof meetingNumbers)[number];

/** When a meeting is, or would be. */
export interface Slot {
  readonly number: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export type SlotFault = 'date-passed' | 'other-year' | 'end-first' | 'same-time' | 'wrong-order';

/** Where a slot must fit in: its school year, the other meetings of that year, now, and the local day of an instant. */
export interface SlotRoom {
  readonly schoolYear: SchoolYear;
  readonly others: readonly Slot[];
  readonly now: Date;
  readonly dayOf: (at: Date) => LocalDate;
}

/**
 * What is wrong with a time for a meeting, or null: passed, outside the school year, ending before it begins, on top of
 * another meeting, or before an earlier (after a later) one of the same year.
 */
export function slotFault(slot: Slot, { schoolYear, others, now, dayOf }: SlotRoom): SlotFault | null {
  if (schoolYearOf(dayOf(slot.startsAt)) !== schoolYear) return 'other-year';
  if (slot.startsAt.getTime() <= now.getTime()) return 'date-passed';
  if (slot.endsAt.getTime() <= slot.startsAt.getTime()) return 'end-first';
  if (others.some((other) => overlap(slot, other))) return 'same-time';
  return others.some((other) => slot.number < other.number !== slot.startsAt < other.startsAt) ? 'wrong-order' : null;
}

const overlap = (one: Slot, other: Slot): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The next meeting: the earliest that is planned and not over; null when none is. */
export const nextMeeting = (meetings: readonly Meeting[], now: Date): Meeting | null =>
  byStart(meetings).find(({ state, endsAt }) => state === 'planned' && endsAt.getTime() > now.getTime()) ?? null;

/** The meeting that was held, or should have been, right before this one. */
export const meetingBefore = (meetings: readonly Meeting[], one: Pick<Meeting, 'id' | 'startsAt'>): Meeting | null =>
  byStart(meetings)
    .filter(({ id, state, startsAt }) => id !== one.id && state !== 'cancelled' && startsAt < one.startsAt)
    .at(-1) ?? null;

const byStart = (meetings: readonly Meeting[]): Meeting[] =>
  [...meetings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
