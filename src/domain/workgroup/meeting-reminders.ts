import { daysLater, type LocalDate } from '../local-date.js';
import { reminderKinds, type Meeting, type ReminderKind } from './meeting.js';

/** What a rule must know about days and clocks; the calendar is one. */
export interface Days {
  dayOf(at: Date): LocalDate;
  at(day: LocalDate, hour: number, minute: number): Date;
}

export type Reminded = Pick<Meeting, 'state' | 'startsAt' | 'reminded'>;

const hourMs = 3_600_000;

/** When a reminder goes out: three weeks and three days before at nine, on the day itself at eight or an hour before. */
export function reminderAt(which: ReminderKind, startsAt: Date, days: Days): Date {
  const day = days.dayOf(startsAt);
  if (which === 'three-weeks') return days.at(daysLater(day, -21), 9, 0);
  if (which === 'three-days') return days.at(daysLater(day, -3), 9, 0);
  return new Date(Math.min(days.at(day, 8, 0).getTime(), startsAt.getTime() - hourMs));
}

/**
 * Whether this reminder may go out for the meeting's present date. One that went out for an earlier date goes out again
 * only when that date had passed: otherwise everybody heard of the new date already, and again would be noise.
 */
const isNew = ({ startsAt, reminded }: Reminded, which: ReminderKind, days: Days): boolean =>
  reminded.every(
    (sent) => sent.which !== which || reminderAt(which, startsAt, days).getTime() >= Date.parse(sent.startsAt),
  );

/**
 * The reminders that are still to come for a meeting that was planned or moved at `now`, with their moments (R19). What
 * would have gone out before is skipped; only on the day itself people are still told, at once.
 */
export function remindersAhead(meeting: Reminded, now: Date, days: Days): { which: ReminderKind; at: Date }[] {
  if (!isToCome(meeting, now)) return [];
  return reminderKinds.flatMap((which) => {
    const at = reminderAt(which, meeting.startsAt, days);
    if (!isNew(meeting, which, days)) return [];
    if (at.getTime() > now.getTime()) return [{ which, at }];
    return which === 'same-day' ? [{ which, at: now }] : [];
  });
}

/**
 * The reminder whose turn it is at `now`: its moment has come, the next one's has not, it was not sent for this date and
 * the meeting is still to come. Null when there is nothing to say, also when everything happens much too late.
 */
export function reminderDue(meeting: Reminded, now: Date, days: Days): ReminderKind | null {
  if (!isToCome(meeting, now)) return null;
  const latest = reminderKinds
    .filter((which) => reminderAt(which, meeting.startsAt, days).getTime() <= now.getTime())
    .at(-1);
  return latest !== undefined && isNew(meeting, latest, days) ? latest : null;
}

/** The meeting with this reminder noted as sent. */
export const withReminder = <M extends Reminded>(meeting: M, which: ReminderKind): M => ({
  ...meeting,
  reminded: [...meeting.reminded, { which, startsAt: meeting.startsAt.toISOString() }],
});

const isToCome = ({ state, startsAt }: Reminded, now: Date): boolean =>
  state === 'planned' && now.getTime() < startsAt.getTime();
