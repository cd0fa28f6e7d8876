import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readSamples } from '../../scripts/preview/card-samples.js';
import { languages } from '../../src/domain/language.js';
import type { Json, JsonObject } from '../../src/platform/teams/cards/json-tree.js';
import { loadCards } from '../../src/platform/teams/cards/load-cards.js';
import { sectionOf } from '../../src/texts/index.js';
import { cardFiles, filesIn, read, readTwins, root } from './read-house.js';
import { cardFaults } from './rules/card-rules.js';
import { labelFaults, literalWords } from './rules/text-rules.js';
import { twinFaults, type CardFile } from './rules/twin-rules.js';

const directory = join(root, 'cards');
const cards = loadCards(directory);
const files = cardFiles(cards);

/** A card with each sample in each language: what is wrong with what comes out. */
function drawnFaults({ feature, slug }: CardFile): string[] {
  const samples = readSamples(directory, feature, slug);
  if (samples.length === 0) return ['has no sample data'];
  return samples.flatMap(({ name, data }) =>
    languages.flatMap((language) => {
      try {
        const card = cards.render(slug, { root: data, host: sectionOf(language, feature, slug), note: 'Bewaard.' });
        return cardFaults(card as Json).map((fault) => `${name}, ${language}: ${fault}`);
      } catch (error) {
        return [`${name}, ${language}: ${(error as Error).message}`];
      }
    }),
  );
}

for (const file of files)
  describe(`card ${file.feature}/${file.slug}`, () => {
    test('is right with all its samples in every language', () => {
      expect(drawnFaults(file)).toEqual([]);
    });

    test('finds its labels in every language and has no words of its own', () => {
      const faults = languages.flatMap((language) =>
        labelFaults(file.source, sectionOf(language, file.feature, file.slug) as JsonObject).map(
          (fault) => `${language}: ${fault}`,
        ),
      );
      expect([...faults, ...literalWords(file.source)]).toEqual([]);
    });
  });

test('the samples of every card are made by a test of it, so that they stay what is really filled', () => {
  const makers = filesIn('tests/features').filter((path) => /\/(cards\.test|drawings|card-states)\.ts$/.test(path));
  const drawn = new Set(makers.flatMap((path) => read(path).match(/[\w-]+/g) ?? []));
  const twin = (slug: string) => slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(files.map(({ slug }) => slug).filter((slug) => !drawn.has(slug) && !drawn.has(twin(slug)))).toEqual([]);
});

test('cards, actions and views belong together', async () => {
  expect(twinFaults(files, await readTwins())).toEqual([]);
});
