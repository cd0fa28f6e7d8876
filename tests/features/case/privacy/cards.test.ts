import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CardData } from '../../../../src/contracts/action.js';
import { languages, type Language } from '../../../../src/domain/language.js';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';
import type { Json } from '../../../../src/platform/teams/cards/json-tree.js';
import { sectionOf } from '../../../../src/texts/index.js';
import { cardFaults } from '../../../house/rules/card-rules.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { drawings } from './drawings.js';

const root = resolve(import.meta.dirname, '../../../../cards');
const cards = loadCards(root);

describe('the cards of privacy', () => {
  let stage: FeatureStage;
  const drawn = new Map<string, Record<Language, CardData>>();
  beforeAll(async () => {
    stage = await FeatureStage.open();
    for (const { name, data } of drawings) drawn.set(name, await data(stage));
  });
  afterAll(() => stage.close());

  test.each(drawings)('$slug ($name) is drawn in both languages', ({ name, slug }) => {
    for (const language of languages) {
      const host = sectionOf(language, 'privacy', slug);
      const card = cards.render(slug, { root: drawn.get(name)![language], host });
      expect(cardFaults(card as Json)).toEqual([]);
    }
  });

  test.each(['opened-file', 'erase-pupil'])('the samples of %s are what it really fills', (slug) => {
    const file = join(root, `privacy/${slug}.sample.json`);
    const own = drawings.filter((one) => one.slug === slug);
    const filled = own.map(({ name }) => ({ name, data: drawn.get(name)!.nl }));
    if (process.env['WRITE_SAMPLES'] === '1') writeFileSync(file, `${JSON.stringify(filled, null, 2)}\n`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(filled)));
  });
});
