import { z } from 'zod';
import type { Calendar } from '../calendar.js';
import { instant } from './values.js';

/** Who was told last that a referral still runs beside a place. */
export const besideStages = ['clb', 'desk'] as const;

/** Another referral of the same trail has a place: whether this one is still needed is asked of the CLB, never assumed (R12). */
export const besidePlaceSchema = z.object({
  /** Of the referral with the place. */
  reference: z.string(),
  askedAt: instant,
  /** The CLB lets it stand. */
  kept: z.boolean(),
  reminded: z.enum(besideStages).nullable(),
});
export type BesidePlace = Readonly<z.infer<typeof besidePlaceSchema>>;

/** A working day of the desk is 390 minutes. */
const workingDay = 390;
const minutes = { clb: 5 * workingDay, desk: 8 * workingDay } as const;

/** Until when the CLB says whether it is still needed. */
export const besideTerm = ({ askedAt }: BesidePlace, calendar: Calendar): Date =>
  calendar.addWorkingMinutes(askedAt, minutes.clb);

/** When the next reminder is told, and to whom; null when it was answered, or all were told. */
export function nextBesideReminder(
  { askedAt, kept, reminded }: BesidePlace,
  calendar: Calendar,
): { readonly stage: (typeof besideStages)[number]; readonly at: Date } | null {
  if (kept || reminded === 'desk') return null;
  const stage = reminded === null ? 'clb' : 'desk';
  return { stage, at: calendar.addWorkingMinutes(askedAt, minutes[stage]) };
}
