import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { texts } from '../../texts/index.js';
import { doings } from './audience.js';
import { buttonsFor } from './buttons-for.js';

/** The answer to anything else: the two nearest things one can do. */
export const suggestions = view({
  slug: 'suggestions',
  audience: 'stored',
  params: z.object({ nearest: z.array(z.enum(doings)).max(2) }),
  load: async (_read, params) => params,
  fill: ({ nearest }, { language }) => ({ buttons: buttonsFor(nearest, language) }),
  summary: (_facts, { language }) => texts(language)('start.suggestions.title'),
});
