import { z } from 'zod';
import { view } from '../../../contracts/action.js';
import { texts } from '../../../texts/index.js';

/** Says that all open cases are being looked at, and where the result comes. */
export const reconcileBegun = view({
  slug: 'reconcile-begun',
  audience: 'stored',
  params: z.object({}),
  load: () => Promise.resolve({}),
  fill: (_facts, { language }) => ({ sentence: texts(language)('reconcile.reconcile-begun.sentence') }),
  summary: (_facts, { language }) => texts(language)('reconcile.reconcile-begun.sentence'),
});
