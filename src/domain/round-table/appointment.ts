import { z } from 'zod';
import { sides } from '../case/referral.js';
import { instant } from '../case/values.js';

/** Where a round table is held. A code: the address of a school or a home is no need of a channel. */
export const venues = ['school', 'provider', 'clb', 'online', 'elsewhere'] as const;
export type Venue = (typeof venues)[number];

/** Who is invited, by role; a pupil and a family are invited by a worker, never by the bot. */
export const invitees = ['clb', 'provider', 'school', 'family', 'other'] as const;
export type Invitee = (typeof invitees)[number];

/** When and where, as somebody plans it. */
export const slotSchema = z.object({
  startsAt: instant,
  endsAt: instant,
  venue: z.enum(venues),
  /** An address or a room; no personal data in it. */
  location: z.string().nullable(),
  /** Of the online meeting. */
  url: z.string().nullable(),
  invited: z.array(z.enum(invitees)).readonly(),
});
export type Slot = Readonly<z.infer<typeof slotSchema>>;

export const roundTableReminders = ['day-before'] as const;

/** A slot that was set: when that was and by whom, how often it changed, which reminders went out, and whether it was asked how it went. */
export const appointmentSchema = slotSchema.extend({
  sequence: z.number(),
  setAt: instant,
  /** Who set it last; null: from before that was noted. */
  setBy: z.enum(sides).nullable().default(null),
  reminded: z.array(z.object({ which: z.enum(roundTableReminders), startsAt: z.string() })).readonly(),
  askedAt: instant.nullable(),
});
export type RoundTableAppointment = Readonly<z.infer<typeof appointmentSchema>>;

/** The slot alone. */
export const slotOf = ({ startsAt, endsAt, venue, location, url, invited }: Slot): Slot => ({
  startsAt,
  endsAt,
  venue,
  location,
  url,
  invited,
});
