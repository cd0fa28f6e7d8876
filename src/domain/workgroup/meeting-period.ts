import { periodBetween, type Period } from '../figures/period.js';
import { daysLater, type LocalDate } from '../local-date.js';
import { startOfSchoolYear } from '../school-year.js';

/** So many days before a meeting its pack is made, with the second reminder. */
export const packDaysBefore = 3;

/**
 * What the pack of a meeting counts (R19): from where the pack of the meeting before ended, or from 1 September for the
 * first of a school year, up to the day on which it is made; so each day is in one pack. Looked at earlier, it ends with the
 * last whole month: who looks every day could otherwise work out what was added since yesterday.
 */
export function packPeriod(meetingOn: LocalDate, beforeOn: LocalDate | null, today: LocalDate): Period {
  const begin = startOfSchoolYear(meetingOn);
  const packOn = daysLater(meetingOn, -packDaysBefore);
  const before = beforeOn === null ? begin : daysLater(beforeOn, -packDaysBefore);
  const from = before > begin ? before : begin;
  const until = today >= packOn ? packOn : `${today.slice(0, 7)}-01`;
  return periodBetween(from, until < from ? from : until);
}

/** Whether there is nothing to count yet. */
export const isEmptyPeriod = ({ from, until }: Period): boolean => from >= until;
