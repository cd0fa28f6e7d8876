import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { languages } from '../../../../src/domain/language.js';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';
import { sectionOf } from '../../../../src/texts/index.js';
import { cardFaults } from '../../../house/rules/card-rules.js';
import type { Json } from '../../../../src/platform/teams/cards/json-tree.js';
import { drawings } from './drawings.js';

const root = resolve(import.meta.dirname, '../../../../cards');
const cards = loadCards(root);

describe('the cards of dispatch', () => {
  test.each(drawings)('$slug ($name) is drawn in both languages', async ({ slug, data }) => {
    for (const language of languages) {
      const card = cards.render(slug, { root: await data(language), host: sectionOf(language, 'dispatch', slug) });
      expect(cardFaults(card as Json)).toEqual([]);
    }
  });

  test.each([...new Set(drawings.map(({ slug }) => slug))])(
    'the samples of %s are what it really fills',
    async (slug) => {
      const file = join(root, 'dispatch', `${slug}.sample.json`);
      const filled = drawings.filter((one) => one.slug === slug);
      const data = await Promise.all(filled.map(async (one) => ({ name: one.name, data: await one.data('nl') })));
      if (process.env['WRITE_SAMPLES'] === '1') writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(data)));
    },
  );
});
