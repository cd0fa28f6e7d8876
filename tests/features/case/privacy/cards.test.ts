import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { languages } from '../../../../src/domain/language.js';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';
import type { Json } from '../../../../src/platform/teams/cards/json-tree.js';
import { sectionOf } from '../../../../src/texts/index.js';
import { cardFaults } from '../../../house/rules/card-rules.js';
import { drawings } from './drawings.js';

const root = resolve(import.meta.dirname, '../../../../cards');
const cards = loadCards(root);

describe('the cards of privacy', () => {
  test.each(drawings)('opened-file ($name) is drawn in both languages', async ({ data }) => {
    for (const language of languages) {
      const host = sectionOf(language, 'privacy', 'opened-file');
      const card = cards.render('opened-file', { root: await data(language), host });
      expect(cardFaults(card as Json)).toEqual([]);
    }
  });

  test('the samples are what it really fills', async () => {
    const samples = JSON.parse(readFileSync(join(root, 'privacy/opened-file.sample.json'), 'utf8')) as unknown;
    const filled = await Promise.all(drawings.map(async ({ name, data }) => ({ name, data: await data('nl') })));
    expect(samples).toEqual(JSON.parse(JSON.stringify(filled)));
  });
});
