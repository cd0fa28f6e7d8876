import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Settings } from '../../domain/settings.js';
import type { Language } from '../../domain/language.js';
import { settingsChanged } from '../../domain/timeline/settings-changed.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { deskCards } from './desk-cards.js';

/** Hours of working time, with a half if need be: '13', '6,5'. */
const workingHours = z
  .string()
  .trim()
  .default('')
  .transform((text) => Number(text.replace(',', '.') || Number.NaN))
  .refine((count) => count >= 0.5 && count <= 200, 'hours-strange')
  .transform((count) => Math.round(count * 60));

/** Whole weeks; a card of before it was asked does not have the field. */
const weeks = z
  .string()
  .trim()
  .transform((text) => Number(text || Number.NaN))
  .refine((count) => Number.isInteger(count) && count >= 2 && count <= 26, 'weeks-strange')
  .optional();

const fields = z.object({
  deskFirst: z
    .string()
    .default('false')
    .transform((text) => text === 'true'),
  contactHours: workingHours,
  escalateHours: workingHours,
  draftDays: z
    .string()
    .trim()
    .default('')
    .transform((text) => Number(text || Number.NaN))
    .refine((count) => Number.isInteger(count) && count >= 1 && count <= 365, 'days-strange'),
  checkInWeeks: weeks,
  lookWeeks: weeks,
});

/**
 * What the desk expects of everybody: whether it looks at each referral first (R4), the term for contact and what follows
 * (R9), how long a draft is kept, how often a waiting list is
 * looked through (R11) and a trajectory is looked at again (R15). Errors: `hours-strange`, `days-strange`, `weeks-strange`.
 */
export const editTerms = action({
  slug: 'edit-terms',
  words: { nl: ['termijnen'], en: ['terms'] },
  subject: z.object({}),
  fields,
  storable: true,
  load: async () => ({}),
  may: (_loaded, { actor }) => deskOnly(actor),
  form: (_loaded, { actor, settings }, { typed }) => ({ typed: { ...present(settings, actor.language), ...typed } }),
  decide(_loaded, { deskFirst, contactHours, escalateHours, draftDays, checkInWeeks, lookWeeks }, { settings }) {
    const row = {
      deskFirst,
      contactWithinMinutes: contactHours,
      escalateAfterMinutes: escalateHours,
      draftDays,
      ...(checkInWeeks === undefined ? {} : { checkInWeeks }),
      ...(lookWeeks === undefined ? {} : { lookWeeks }),
    };
    return {
      changes: [{ put: 'setting', row }],
      entries: settingsChanged(settings, row),
      reply: { ...deskCards.menu.shown({}), note: { key: 'done' } },
    };
  },
});

const present = (settings: Settings, language: Language): Record<string, string> => ({
  deskFirst: String(settings.deskFirst),
  contactHours: hoursOf(settings.contactWithinMinutes, language),
  escalateHours: hoursOf(settings.escalateAfterMinutes, language),
  draftDays: String(settings.draftDays),
  checkInWeeks: String(settings.checkInWeeks),
  lookWeeks: String(settings.lookWeeks),
});

const hoursOf = (minutes: number, language: Language): string => {
  const text = String(Math.round((minutes / 60) * 100) / 100);
  return language === 'nl' ? text.replace('.', ',') : text;
};
