import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { settingsChanged } from '../../domain/timeline/settings-changed.js';
import { deskCards } from './desk-cards.js';

const words = z.string().trim().max(120).default('');

/** From a month to ten years: shorter would erase what is still being asked about, longer is no term. */
const days = z
  .string()
  .trim()
  .default('')
  .transform((text) => Number(text || Number.NaN))
  .refine((count) => Number.isInteger(count) && count >= 30 && count <= 3650, 'days-strange');

/**
 * What the organisation that is responsible for the data decides: what the page about privacy says of who that is and whom to
 * ask, and how long what leads to a pupil, and who pressed what, is kept. Error: `days-strange`.
 */
export const editPrivacy = action({
  slug: 'edit-privacy',
  subject: z.object({}),
  fields: z.object({ controller: words, privacyOfficer: words, trailDays: days, auditDays: days }),
  storable: true,
  load: async () => ({}),
  may: (_loaded, { actor }) => deskOnly(actor),
  form: (_loaded, { settings: { controller, privacyOfficer, keptDays }, links }, { typed }) => ({
    page: links.page('/privacy'),
    typed: {
      ...{ controller, privacyOfficer, trailDays: String(keptDays.trails), auditDays: String(keptDays.audit) },
      ...typed,
    },
  }),
  decide(_loaded, { trailDays, auditDays, ...told }, { settings }) {
    const row = { ...told, keptDays: { ...settings.keptDays, trails: trailDays, audit: auditDays } };
    return {
      changes: [{ put: 'setting', row }],
      entries: settingsChanged(settings, row),
      reply: { ...deskCards.menu.shown({}), note: { key: 'done' } },
    };
  },
});
