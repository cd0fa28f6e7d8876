import * as appointment from '../appointment/reminders.js';
import type { Days, ReminderPlan } from '../appointment/reminders.js';
import { daysLater } from '../local-date.js';
import type { Meeting, ReminderKind } from './meeting.js';

export type { Days };
export type Reminded = Pick<Meeting, 'state' | 'startsAt' | 'reminded'>;

const hourMs = 3_600_000;

/** Three weeks and three days before at nine, on the day itself at eight or an hour before; that one is also told late. */
const plan: ReminderPlan<ReminderKind> = [
  { which: 'three-weeks', at: (startsAt, days) => days.at(daysLater(days.dayOf(startsAt), -21), 9, 0) },
  { which: 'three-days', at: (startsAt, days) => days.at(daysLater(days.dayOf(startsAt), -3), 9, 0) },
  {
    which: 'same-day',
    at: (startsAt, days) =>
      new Date(Math.min(days.at(days.dayOf(startsAt), 8, 0).getTime(), startsAt.getTime() - hourMs)),
    late: true,
  },
];

/** When a reminder goes out. */
export const reminderAt = (which: ReminderKind, startsAt: Date, days: Days): Date =>
  plan.find((one) => one.which === which)!.at(startsAt, days);

/** The reminders that are still to come for a meeting that was planned or moved at `now`, with their moments (R19). */
export const remindersAhead = (meeting: Reminded, now: Date, days: Days): { which: ReminderKind; at: Date }[] =>
  meeting.state === 'planned' ? appointment.remindersAhead(plan, meeting, now, days) : [];

/** The reminder whose turn it is at `now`; null when there is nothing to say. */
export const reminderDue = (meeting: Reminded, now: Date, days: Days): ReminderKind | null =>
  meeting.state === 'planned' ? appointment.reminderDue(plan, meeting, now, days) : null;

/** The meeting with this reminder noted as sent. */
export const withReminder: <M extends Reminded>(meeting: M, which: ReminderKind) => M = appointment.withReminder;
