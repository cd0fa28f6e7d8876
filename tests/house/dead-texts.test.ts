import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadCards } from '../../src/platform/teams/cards/load-cards.js';
import { cardFiles, filesIn, read, root, textsOf } from './read-house.js';
import { boundBy, deadTexts, saidIn } from './rules/dead-texts.js';
import { sentences } from './rules/text-rules.js';

test('every text is said somewhere: by a card, by its key, or by a path that a program makes', () => {
  const programs = filesIn('src')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, content: read(path) }));
  const keys = sentences(textsOf('nl')).map(({ key }) => key);
  expect(deadTexts(keys, saidIn(programs), boundBy(cardFiles(loadCards(join(root, 'cards')))))).toEqual([]);
});
