import type { Found, Search, ViewContext } from '../../contracts/action.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import { agesWords, kindName } from './line-words.js';
import { ownRegions } from './own-regions.js';
import { lineCards } from './line-cards.js';

const atMost = 10;

/**
 * The message extension's search for a help line, by words with or without a slip. Without words: those of one's own
 * region first.
 */
export const findLine: Search = {
  slug: 'find-line',
  async find(read, text, context): Promise<readonly Found[]> {
    const words = text.trim();
    const region = words === '' && context.actor !== null ? (await ownRegions(read, context.actor))[0] : undefined;
    const filter = { limit: atMost, ...(words === '' ? {} : { words }), ...(region === undefined ? {} : { region }) };
    return (await read.helpLines(filter)).map((line) => found(line, context));
  },
};

const found = (line: HelpLine, { language }: ViewContext): Found => ({
  title: line.name,
  line: [kindName(line.kind, language), agesWords(line, language), line.phone ?? line.email]
    .filter((part) => part !== null)
    .join(' · '),
  ...lineCards.shared.with({ lineId: line.id }),
});
