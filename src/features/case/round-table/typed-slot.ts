import { z } from 'zod';
import type { ActionContext } from '../../../contracts/action.js';
import { requiredDay } from '../../../contracts/typed-day.js';
import { typedLocation, typedUrl } from '../../../contracts/typed-location.js';
import { typedTime } from '../../../contracts/typed-time.js';
import { invitees, venues, type Slot } from '../../../domain/round-table/appointment.js';
import { findPersonalData } from '../../../lib/personal-data/index.js';

/** How long it may last, in minutes; the first is the usual one. */
export const lengths = ['60', '90', '120'] as const;

/** An hour that is asked for. Errors: `time-missing`, `time-wrong`. */
const requiredTime = typedTime.transform((time, issues): string => {
  if (time === null) issues.addIssue({ code: 'custom', message: 'time-missing' });
  return time ?? '';
});

/** What is filled in to plan a round table. A code for each fault stands in the texts of the form. */
export const slotFields = z.object({
  on: requiredDay,
  at: requiredTime,
  venue: z.enum(venues, 'venue-missing'),
  invited: z
    .string()
    .optional()
    .transform((text) => invitees.filter((one) => (text ?? '').split(',').includes(one)))
    .refine((some) => some.length > 0, 'invited-missing'),
  length: z.enum(lengths).catch(lengths[0]),
  location: typedLocation,
  url: typedUrl,
});
export type TypedSlot = z.output<typeof slotFields>;

/** Who or what is named where everybody reads it: a house number is an address to go to, a person is not. */
const forbidden = ['email', 'national-number', 'phone', 'birth-date', 'pupil-name', 'person-name'] as const;

const namesSomebody = (text: string | null, today: string): boolean =>
  text !== null && findPersonalData(text, today).some(({ kind }) => forbidden.some((one) => one === kind));

/** The slot that was typed, or which field is wrong and how: `date-passed`, `url-missing`, `location-personal`. */
export function readSlot(
  typed: TypedSlot,
  { now, calendar }: Pick<ActionContext, 'now' | 'calendar'>,
): { readonly slot: Slot } | { readonly errors: Readonly<Record<string, string>> } {
  const [hour = 0, minute = 0] = typed.at.split(':').map(Number);
  const startsAt = calendar.at(typed.on, hour, minute);
  const errors = {
    ...(startsAt <= now ? { on: 'date-passed' } : {}),
    ...(typed.venue === 'online' && typed.url === null ? { url: 'url-missing' } : {}),
    ...(namesSomebody(typed.location, calendar.dayOf(now)) ? { location: 'location-personal' } : {}),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const endsAt = new Date(startsAt.getTime() + Number(typed.length) * 60_000);
  const { venue, invited, location, url } = typed;
  return { slot: { startsAt, endsAt, venue, invited, location, url } };
}
