/**
 * Draws every card with its sample data, light, dark and narrow: a page (artifacts/cards/index.html) and a picture per
 * card. `npm run cards:preview -- [--png slug]… [--cards folder] [--language en] [--out folder]`
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCards } from '../src/platform/teams/cards/load-cards.js';
import { languages } from '../src/domain/language.js';
import { sectionOf } from '../src/texts/index.js';
import { launchChromium } from '../tests/support/chromium.js';
import { readSamples } from './preview/card-samples.js';
import { anchorOf, previewPage, type DrawnCard } from './preview/preview-page.js';

const { values: options } = parseArgs({
  options: {
    png: { type: 'string', multiple: true },
    cards: { type: 'string', default: 'cards' },
    language: { type: 'string', default: 'nl' },
    out: { type: 'string', default: 'artifacts/cards' },
  },
});

/** Every card with each of its samples; a sample that does not fit is told and left out. */
function drawAll(): DrawnCard[] {
  const cards = loadCards(options.cards);
  const language = languages.find((one) => one === options.language) ?? 'nl';
  return cards.slugs.flatMap((slug) => {
    const feature = cards.featureOf(slug);
    const samples = readSamples(options.cards, feature, slug);
    if (samples.length === 0) console.warn(`${feature}/${slug}: no sample`);
    return samples.flatMap(({ name, data }) => {
      try {
        const card = cards.render(slug, { root: data, host: sectionOf(language, feature, slug) });
        return [{ feature, slug, sample: name, card }];
      } catch (error) {
        console.warn(`${feature}/${slug} (${name}): ${(error as Error).message}`);
        return [];
      }
    });
  });
}

async function takePictures(page: string, cards: readonly DrawnCard[]): Promise<void> {
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await tab.goto(`file://${page}`);
    await tab.locator('body[data-ready]').waitFor({ state: 'attached' });
    for (const card of cards) {
      const file = join(page, '..', `${anchorOf(card)}.png`);
      await tab.locator(`[id="${anchorOf(card)}"]`).screenshot({ path: file });
      console.log(file);
    }
  } finally {
    await browser.close();
  }
}

const out = resolve(options.out);
mkdirSync(out, { recursive: true });
const require = createRequire(import.meta.url);
const libraries = ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/browser'].map((name) =>
  require.resolve(name),
);
const names = ['adaptivecards.js', 'markdown-it.js'];
libraries.forEach((file, index) => copyFileSync(file, join(out, names[index] ?? '')));

const cards = drawAll();
writeFileSync(join(out, 'index.html'), previewPage(cards, names));
console.log(`${cards.length} cards in ${join(out, 'index.html')}`);
await takePictures(
  join(out, 'index.html'),
  cards.filter(({ slug }) => !options.png || options.png.includes(slug)),
);
