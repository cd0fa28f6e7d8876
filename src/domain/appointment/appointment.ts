/** When and where people meet, as calendars keep it: a meeting of the working group, a round table. Nothing of a pupil. */
export interface Appointment {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Goes up at each change of time or location, so that calendars take over the new one (RFC 5545 SEQUENCE). */
  readonly sequence: number;
}

/** A fortnight after its end the file of an appointment is of no use: its link ends there. */
const linkDays = 14;

/** Until when the link to the file of an appointment opens it. The same appointment, the same moment: the same link. */
export const linkUntil = ({ endsAt }: Pick<Appointment, 'endsAt'>): Date =>
  new Date(endsAt.getTime() + linkDays * 86_400_000);

/** Whether two appointments are at the same moment. */
export const isSameTime = (one: Pick<Appointment, 'startsAt' | 'endsAt'>, other: typeof one): boolean =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime();
