import * as appointment from '../appointment/reminders.js';
import type { Days, ReminderPlan } from '../appointment/reminders.js';
import { daysLater } from '../local-date.js';
import type { Meeting, ReminderKind } from './meeting.js';

export type { Days };
export type Reminded = Pick<Meeting, 'state' | 'startsAt' | 'reminded'>;

const hourMs = 3_600_000;

/** Three weeks and three days before at nine, on the day itself at eight or an hour before. */
const moments: Readonly<Record<ReminderKind, (startsAt: Date, days: Days) => Date>> = {
  'three-weeks': (startsAt, days) => days.at(daysLater(days.dayOf(startsAt), -21), 9, 0),
  'three-days': (startsAt, days) => days.at(daysLater(days.dayOf(startsAt), -3), 9, 0),
  'same-day': (startsAt, days) =>
    new Date(Math.min(days.at(days.dayOf(startsAt), 8, 0).getTime(), startsAt.getTime() - hourMs)),
};

/** The earliest first; the one of the day itself is also told late. */
const plan: ReminderPlan<ReminderKind> = [
  { which: 'three-weeks', at: moments['three-weeks'] },
  { which: 'three-days', at: moments['three-days'] },
  { which: 'same-day', at: moments['same-day'], late: true },
];

/** When a reminder goes out. */
export const reminderAt = (which: ReminderKind, startsAt: Date, days: Days): Date => moments[which](startsAt, days);

/** The reminders that are still to come for a meeting that was planned or moved at `now`, with their moments (R19). */
export const remindersAhead = (meeting: Reminded, now: Date, days: Days): { which: ReminderKind; at: Date }[] =>
  meeting.state === 'planned' ? appointment.remindersAhead(plan, meeting, now, days) : [];

/** The reminder whose turn it is at `now`; null when there is nothing to say. */
export const reminderDue = (meeting: Reminded, now: Date, days: Days): ReminderKind | null =>
  meeting.state === 'planned' ? appointment.reminderDue(plan, meeting, now, days) : null;

/** The meeting with this reminder noted as sent. */
export const withReminder: <M extends Reminded>(meeting: M, which: ReminderKind) => M = appointment.withReminder;
