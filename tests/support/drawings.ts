import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { languages, type Language } from '../../src/domain/language.js';
import type { Json } from '../../src/platform/teams/cards/json-tree.js';
import { loadCards } from '../../src/platform/teams/cards/load-cards.js';
import { sectionOf } from '../../src/texts/index.js';
import { cardFaults } from '../house/rules/card-rules.js';

const root = resolve(import.meta.dirname, '../../cards');

/** A card as its view or form fills it, with a name: samples and the cards' test are made from it. */
export interface Drawing {
  readonly feature: string;
  readonly slug: string;
  readonly name: string;
  /** In which its sample is; Dutch unless told. */
  readonly language?: Language;
  data(language: Language): Promise<object>;
}

/** The ordinary states of a card stand in `<slug>.sample.json`, what is hard to draw in `<slug>.hard.sample.json`. */
export type SampleKind = 'sample' | 'hard.sample';

/**
 * Every card of the features that are drawn, with real data through the real toolchain, and samples that are exactly that.
 * `npm run cards:samples` writes them.
 */
export function checkDrawings(drawings: readonly Drawing[], kind: SampleKind = 'sample'): void {
  const cards = loadCards(root, 'when-drawn');
  const features = new Set(drawings.map(({ feature }) => feature));

  const all = kind === 'sample' ? test : test.skip;
  all('every card is drawn', () => {
    const drawn = drawings.map(({ slug }) => slug);
    expect(cards.slugs.filter((slug) => features.has(cards.featureOf(slug)) && !drawn.includes(slug))).toEqual([]);
  });

  test.each(drawings)('$slug ($name) is drawn in both languages', async ({ feature, slug, data }) => {
    for (const language of languages) {
      const card = cards.render(slug, { root: await data(language), host: sectionOf(language, feature, slug) });
      expect(cardFaults(card as Json)).toEqual([]);
    }
  });

  test.each([...new Set(drawings.map(({ slug }) => slug))])(
    'the samples of %s are what it really fills',
    async (slug) => {
      const data: { name: string; language?: Language; data: object }[] = [];
      const filled = drawings.filter((one) => one.slug === slug);
      for (const { name, language, data: fill } of filled)
        data.push({ name, ...(language === undefined ? {} : { language }), data: await fill(language ?? 'nl') });
      const file = join(root, filled[0]!.feature, `${slug}.${kind}.json`);
      if (process.env['WRITE_SAMPLES'] === '1') writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(data)));
    },
  );
}
