import type { Search } from '../../contracts/action.js';
import { foldedWords } from '../../domain/folded-words.js';
import { mapCards } from './map-cards.js';
import { mapLine } from './told/map-words.js';

/** The message extension's search for a map of one's own team: it is put in a message without contact persons and notes. */
export const findMap: Search = {
  slug: 'find-map',
  async find(read, text, context) {
    const organisations = context.actor?.organisations.map(({ id }) => id) ?? [];
    const words = foldedWords(text);
    const maps = await read.schoolMapsOf(organisations);
    return maps
      .filter(({ name }) => words.every((word) => foldedWords(name).some((one) => one.startsWith(word))))
      .slice(0, 10)
      .map((map) => ({ title: map.name, line: mapLine(map, context), ...viewOf(map.id) }));
  },
};

const viewOf = (mapId: Parameters<typeof mapCards.post.with>[0]['mapId']) => ({
  view: mapCards.post.slug,
  params: { mapId, apart: 'yes' } as Readonly<Record<string, string>>,
});
