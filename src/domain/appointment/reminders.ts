import type { LocalDate } from '../local-date.js';

/** What a rule must know about days and clocks; the calendar is one. */
export interface Days {
  dayOf(at: Date): LocalDate;
  at(day: LocalDate, hour: number, minute: number): Date;
}

/** A reminder that went out, with the moment at which the appointment was to begin then (ISO). */
export interface SentReminder<Kind extends string = string> {
  readonly which: Kind;
  readonly startsAt: string;
}

/** An appointment that people are reminded of. */
export interface Reminded<Kind extends string = string> {
  readonly startsAt: Date;
  readonly reminded: readonly SentReminder<Kind>[];
}

/** The reminders of one sort of appointment, the earliest first: when each goes out. */
export type ReminderPlan<Kind extends string> = readonly {
  readonly which: Kind;
  readonly at: (startsAt: Date, days: Days) => Date;
  /** Also told at once when its moment passed before the appointment was made. */
  readonly late?: true;
}[];

/**
 * Whether this reminder may go out for the present date. One that went out for an earlier date goes out again only when
 * that date had passed: otherwise everybody heard of the new date already, and again would be noise.
 */
const isNew = <Kind extends string>({ reminded }: Reminded<Kind>, which: Kind, moment: Date): boolean =>
  reminded.every((sent) => sent.which !== which || moment.getTime() >= Date.parse(sent.startsAt));

const isToCome = ({ startsAt }: Pick<Reminded, 'startsAt'>, now: Date): boolean => now.getTime() < startsAt.getTime();

/** The reminders that are still to come for an appointment that was made or moved at `now`, with their moments. */
export function remindersAhead<Kind extends string>(
  plan: ReminderPlan<Kind>,
  appointment: Reminded<Kind>,
  now: Date,
  days: Days,
): { which: Kind; at: Date }[] {
  if (!isToCome(appointment, now)) return [];
  return plan.flatMap(({ which, late, ...one }) => {
    const at = one.at(appointment.startsAt, days);
    if (!isNew(appointment, which, at)) return [];
    if (at.getTime() > now.getTime()) return [{ which, at }];
    return late === true ? [{ which, at: now }] : [];
  });
}

/**
 * The reminder whose turn it is at `now`: its moment has come, the next one's has not, it was not sent for this date and
 * the appointment is still to come. Null when there is nothing to say, also when everything happens much too late.
 */
export function reminderDue<Kind extends string>(
  plan: ReminderPlan<Kind>,
  appointment: Reminded<Kind>,
  now: Date,
  days: Days,
): Kind | null {
  if (!isToCome(appointment, now)) return null;
  const { startsAt } = appointment;
  const latest = plan.findLast(({ at }) => at(startsAt, days).getTime() <= now.getTime());
  return latest !== undefined && isNew(appointment, latest.which, latest.at(startsAt, days)) ? latest.which : null;
}

/** The appointment with this reminder noted as sent. */
export const withReminder = <Kind extends string, A extends Reminded<Kind>>(appointment: A, which: Kind): A => ({
  ...appointment,
  reminded: [...appointment.reminded, { which, startsAt: appointment.startsAt.toISOString() }],
});
