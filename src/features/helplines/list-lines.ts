import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { actsFor, type Actor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import type { Language } from '../../domain/language.js';
import type { Region } from '../../domain/region/index.js';
import { kindsMeant } from './line-list.js';
import { listParams } from './line-params.js';
import { oneRegion, ownRegions } from './own-regions.js';
import { searchedFor } from './searched-for.js';

interface Loaded {
  readonly region: Region | null;
  /** The words to look for; undefined when there are none, or when they find nothing (`missed`). */
  readonly words: string | undefined;
  readonly missed: boolean;
}

/**
 * `hulplijnen`: the four care phases of one's own region; `hulplijnen huiswerk`: the lines found by these words. Everybody
 * may look: all of it is public. The answer is a message that stays, so words that are in no line and no kind of help, such
 * as a name in small letters, are not kept: then the phases are shown.
 */
export const listLines = action({
  slug: 'list-lines',
  words: { nl: ['hulplijnen', 'hulplijn'], en: ['help lines', 'help line', 'helplines', 'helpline'], rest: 'said' },
  subject: z.object({ said: z.string().optional() }),
  fields: z.object({}),
  async load(read, { said }, { actor, calendar, now }): Promise<Loaded> {
    const region = oneRegion(await ownRegions(read, actor));
    const words = searchedFor(listParams.parse({ words: said }).words, calendar.dayOf(now));
    const missed = words !== undefined && !(await isFound(read, words, actor.language));
    return { region, missed, words: missed ? undefined : words };
  },
  may: () => null,
  decide({ region, words, missed }, _fields, { actor }) {
    if (words !== undefined) return { reply: { show: 'line-list', with: { words, region } } };
    return {
      reply: { show: 'line-phases', with: { region, ...(missed ? { found: 'nothing' } : {}), ...forDesk(actor) } },
    };
  },
});

const forDesk = (actor: Actor): { desk?: 'yes' } => (actsFor(actor, 'desk') === null ? {} : { desk: 'yes' });

const isFound = async (read: Read, words: string, language: Language): Promise<boolean> =>
  kindsMeant({ words }, language).length > 0 || (await read.countHelpLines({ words })) > 0;
