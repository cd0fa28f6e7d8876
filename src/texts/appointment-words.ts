import type { Calendar } from '../domain/calendar.js';
import type { Language } from '../domain/language.js';
import { day, time } from './format.js';

/** What words about an appointment need; a view's context has it. */
export interface Wording {
  readonly now: Date;
  readonly calendar: Calendar;
  readonly language: Language;
}

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** `14–16 u.`, `9.30–12 u.` or `14:00–16:00`. */
export const hoursOf = ({ startsAt, endsAt }: Times, language: Language): string =>
  `${time(startsAt, language).replace(/ u\.$/, '')}–${time(endsAt, language)}`;

/** `do 14 jan. 2027`: the day; the year only when it is another than this one. */
export const dayOfAppointment = ({ startsAt }: Pick<Times, 'startsAt'>, { now, calendar, language }: Wording): string =>
  day(calendar.dayOf(startsAt), language, calendar.dayOf(now));

/** `do 14 jan. 2027, 14–16 u.` */
export const whenOf = (appointment: Times, wording: Wording): string =>
  `${dayOfAppointment(appointment, wording)}, ${hoursOf(appointment, wording.language)}`;

/** 'HH:MM' in Belgium, as a time field wants it. */
export const clockTime = (at: Date): string => time(at, 'en').replaceAll('\u00A0', '');
