/**
 * Draws every card with its sample data, light, dark, in high contrast and narrow: a page that opens anywhere
 * (artifacts/cards/index.html) and a picture per card.
 * Only some of them with `--png`; with unknown words it tells which there are.
 * `npm run cards:preview -- [--png slug]… [--no-pictures] [--cards folder] [--language en] [--out folder]`
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../src/domain/language.js';
import { launchChromium } from '../tests/support/chromium.js';
import { anchorOf, drawCards, type DrawnCard } from './preview/draw-cards.js';
import { galleryFrames } from './preview/preview-page.js';
import { writeGallery } from './preview/write-gallery.js';

const { values: options } = parseArgs({
  options: {
    png: { type: 'string', multiple: true },
    'no-pictures': { type: 'boolean', default: false },
    cards: { type: 'string', default: 'cards' },
    language: { type: 'string' },
    out: { type: 'string', default: 'artifacts/cards' },
  },
});

async function takePictures(page: string, cards: readonly DrawnCard[]): Promise<void> {
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage({ viewport: { width: 2200, height: 900 } });
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

const language = languages.find((one) => one === options.language);
const all = drawCards(options.cards, (fault) => console.warn(fault), language);
const cards = all.filter(({ slug }) => !options.png || options.png.includes(slug));
const unknown = (options.png ?? []).filter((slug) => all.every((card) => card.slug !== slug));
if (unknown.length > 0) {
  const known = [...new Set(all.map(({ slug }) => slug))].join(' ');
  throw new Error(`There is no card ${unknown.join(', ')}. There are: ${known}`);
}
const page = writeGallery(resolve(options.out), cards, galleryFrames);
console.log(`${cards.length} cards in ${page}`);
if (!options['no-pictures']) await takePictures(page, cards);
