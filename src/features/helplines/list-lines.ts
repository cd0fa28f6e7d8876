import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Region } from '../../domain/region/index.js';
import { listParams } from './line-params.js';
import { oneRegion, ownRegions } from './own-regions.js';
import { searchedFor } from './searched-for.js';

interface Loaded {
  readonly region: Region | null;
  readonly said: string | undefined;
}

/**
 * `hulplijnen`: the four care phases of one's own region; `hulplijnen huiswerk`: the lines found by these words. Everybody
 * may look: all of it is public.
 */
export const listLines = action({
  slug: 'list-lines',
  words: { nl: ['hulplijnen', 'hulplijn'], en: ['help lines', 'help line', 'helplines', 'helpline'], rest: 'said' },
  subject: z.object({ said: z.string().optional() }),
  fields: z.object({}),
  load: async (read, { said }, { actor }): Promise<Loaded> => ({
    region: oneRegion(await ownRegions(read, actor)),
    said,
  }),
  may: () => null,
  decide({ region, said }, _fields, { calendar, now }) {
    const words = searchedFor(listParams.parse({ words: said }).words, calendar.dayOf(now));
    if (words === undefined) return { reply: { show: 'line-phases', with: { region } } };
    return { reply: { show: 'line-list', with: { words, region } } };
  },
});
