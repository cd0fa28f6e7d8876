import type { Browser, Page } from 'playwright-core';
import type { DrawnCard } from '../../../scripts/preview/draw-cards.js';
import type { Frame } from '../../../scripts/preview/preview-page.js';
import { writeGallery } from '../../../scripts/preview/write-gallery.js';

const folder = 'artifacts/browser/cards';

/** Opens a page on which cards are drawn in frames, when all are there. */
export async function openCards(
  browser: Browser,
  cards: readonly DrawnCard[],
  frames: readonly Frame[],
  name: string,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1700, height: 900 } });
  // All samples of all cards are one page: on a busy machine it takes its time.
  await page.goto(`file://${process.cwd()}/${writeGallery(folder, cards, frames, name)}`, { timeout: 180_000 });
  await page.locator('body[data-ready]').waitFor({ state: 'attached', timeout: 180_000 });
  return page;
}
