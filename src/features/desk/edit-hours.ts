import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Language } from '../../domain/language.js';
import { closingDaysText, readClosingDays, type ClosedPeriod } from '../../domain/closing-days.js';
import { hoursText, readHours, type DayHours } from '../../domain/opening-hours.js';
import type { Settings } from '../../domain/settings.js';
import { settingsChanged } from '../../domain/timeline/settings-changed.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { deskCards } from './desk-cards.js';

/** ISO weekdays 1 to 7, by the id of their input. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekday = (typeof weekdays)[number];

const hours = z
  .string()
  .default('')
  .transform((text, issues): DayHours => {
    const answer = readHours(text);
    if (answer.ok) return answer.hours;
    issues.addIssue({ code: 'custom', message: answer.fault });
    return z.NEVER;
  });

const closingDays = z
  .string()
  .default('')
  .transform((text, issues): readonly ClosedPeriod[] => {
    const answer = readClosingDays(text);
    if (answer.ok) return answer.periods;
    issues.addIssue({ code: 'custom', message: answer.fault });
    return z.NEVER;
  });

const fields = z
  .object({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
    closed: closingDays,
    inSchoolHolidays: z
      .string()
      .default('false')
      .transform((text) => text === 'true'),
  })
  .refine((typed) => weekdays.some((day) => typed[day].length > 0), { message: 'never-open', path: ['monday'] });

/**
 * When the desk is active (R4): the week, closing days, school holidays. Errors: `not-hours`, `hours-backwards`,
 * `hours-overlap`, `never-open`, `not-dates`, `dates-backwards`, `closed-too-long`.
 */
export const editHours = action({
  slug: 'edit-hours',
  words: { nl: ['werkuren', 'uren'], en: ['hours', 'working hours'] },
  subject: z.object({}),
  fields,
  storable: true,
  load: async () => ({}),
  may: (_loaded, { actor }) => deskOnly(actor),
  form: (_loaded, { actor, settings, calendar, now }, { typed }) => ({
    typed: { ...present(settings, actor.language, calendar.dayOf(now)), ...typed },
  }),
  decide(_loaded, { closed, inSchoolHolidays, ...week }, { settings }) {
    const weeklyHours = Object.fromEntries(weekdays.map((day, index) => [String(index + 1), week[day]]));
    const row = { weeklyHours, closedPeriods: closed, closedInSchoolHolidays: inSchoolHolidays };
    return {
      changes: [{ put: 'setting', row }],
      entries: settingsChanged(settings, row),
      reply: { ...deskCards.menu.shown({}), note: { key: 'done' } },
    };
  },
});

/** The inputs as they stand now; closing days that are over have done their work. */
const present = (settings: Settings, language: Language, today: string): Record<string, string> => ({
  ...Object.fromEntries(
    weekdays.map((day: Weekday, index) => [day, hoursText(settings.weeklyHours[String(index + 1)] ?? [], language)]),
  ),
  closed: closingDaysText(settings.closedPeriods.filter(({ to }) => to >= today)),
  inSchoolHolidays: String(settings.closedInSchoolHolidays),
});
