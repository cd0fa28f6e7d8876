import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { actsFor, type Actor } from '../../contracts/actor.js';
import type { Read } from '../../contracts/read.js';
import type { Language } from '../../domain/language.js';
import type { Region } from '../../lib/region/index.js';
import { kindsMeant } from './line-list.js';
import { listParams } from './line-params.js';
import { oneRegion, ownRegions } from './own-regions.js';
import { searchedFor } from './searched-for.js';
import { lineCards } from './line-cards.js';

interface Loaded {
  readonly region: Region | null;
  /** The words to look for; undefined when there are none, or when they find nothing (`missed`). */
  readonly words: string | undefined;
  readonly missed: boolean;
}

/**
 * `hulplijnen`: the four care phases of one's own region; `hulplijnen huiswerk`: the lines found by these words. Everybody
 * may look: all of it is public. The answer is a message that stays, so a word that is in no line and no kind of help, such
 * as a name in small letters, is not kept; when none is left the phases are shown.
 */
export const listLines = action({
  slug: 'list-lines',
  forEverybody: true,
  words: { nl: ['hulplijnen', 'hulplijn'], en: ['help lines', 'help line', 'helplines', 'helpline'], rest: 'said' },
  subject: z.object({ said: z.string().optional() }),
  fields: z.object({}),
  async load(read, { said }, { actor, calendar, now }): Promise<Loaded> {
    const region = oneRegion(await ownRegions(read, actor));
    const typed = searchedFor(listParams.parse({ words: said }).words, calendar.dayOf(now));
    const words = await knownOf(read, typed?.split(' ') ?? [], actor.language);
    return { region, words, missed: typed !== undefined && words === undefined };
  },
  may: () => null,
  decide({ region, words, missed }, _fields, { actor }) {
    if (words !== undefined) return { reply: lineCards.list.shown({ words, region }) };
    return {
      reply: lineCards.phases.shown({
        region,
        ...(missed ? { found: 'nothing' as const } : {}),
        ...forDesk(actor),
      }),
    };
  },
});

const forDesk = (actor: Actor): { desk?: 'yes' } => (actsFor(actor, 'desk') === null ? {} : { desk: 'yes' });

/** Of the words those that are in a line or in what a kind of help is; undefined when none is. */
async function knownOf(read: Read, words: readonly string[], language: Language): Promise<string | undefined> {
  const known: string[] = [];
  for (const word of words)
    if (kindsMeant({ words: word }, language).length > 0 || (await read.countHelpLines({ words: word })) > 0)
      known.push(word);
  return known.join(' ') || undefined;
}
