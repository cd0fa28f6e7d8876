import { action } from '../../contracts/action.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { figureCards } from './figure-cards.js';
import { z } from 'zod';
import { periodParams } from './period-params.js';

/** Als bestand: links to the figures of a period, for who presses, that end after an hour. */
export const exportFigures = action({
  slug: 'export-figures',
  subject: periodParams,
  fields: z.object({}),
  load: async (_read, period) => period,
  may: (_period, { actor }) => deskOnly(actor),
  decide: (period) => ({ reply: figureCards.files.shown(period) }),
});
