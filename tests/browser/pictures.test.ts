import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { anchorOf, drawCards, type DrawnCard } from '../../scripts/preview/draw-cards.js';
import type { Frame } from '../../scripts/preview/preview-page.js';
import { borrowChromium } from '../support/chromium.js';
import { openCards } from './support/card-page.js';
import { differenceWithKept, keepPicture, kept, mostDiffering, MOST_IN_A_SQUARE } from './support/kept-pictures.js';
import { keyCards } from './support/key-cards.js';
import { palettePng } from './support/palette-png.js';

const frames: readonly Frame[] = [
  { theme: 'light', width: 'wide' },
  { theme: 'dark', width: 'wide' },
  { theme: 'light', width: 'narrow' },
];
const nameOf = (card: DrawnCard, { theme, width }: Frame): string =>
  `${anchorOf(card)}.${width === 'narrow' ? 'narrow' : theme}`;

/** Of what people see every day, as it looks now. `npm run cards:pictures` keeps how it looks from now on. */
describe('the key cards look as they were kept', () => {
  const all = drawCards('cards', () => undefined);
  const chosen = keyCards.map(([slug, sample]) => all.find((one) => one.slug === slug && one.sample === sample));
  const cards = chosen.filter((one) => one !== undefined);
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await borrowChromium();
    page = await openCards(browser, cards, frames, 'key-cards');
  });
  afterAll(() => browser?.close());
  const taken = (card: DrawnCard, frame: Frame): Promise<Buffer> =>
    page
      .locator(`[id="${anchorOf(card)}"] .frame.${frame.theme}.${frame.width}`)
      .screenshot({ animations: 'disabled' });

  test('all of them exist', () => {
    const missing = keyCards.filter((_card, index) => chosen[index] === undefined);
    expect(missing.map(([slug, sample]) => `${slug} has no sample “${sample}”: see key-cards.ts`)).toEqual([]);
  });

  test('with letters that stand beside the page, on every machine the same', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: '.frame.wide.light :is(p, button, label)',
    });
    const borrowed = new Set<string>();
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const { familyName, isCustomFont } of fonts) if (!isCustomFont) borrowed.add(familyName);
    }
    expect([...borrowed]).toEqual([]);
  });

  test('in light, dark and narrow', async () => {
    const differences: string[] = [];
    for (const card of cards)
      for (const frame of frames) {
        const picture = await taken(card, frame);
        if (process.env['KEEP_PICTURES'] === '1') keepPicture(nameOf(card, frame), picture);
        differences.push(...[differenceWithKept(nameOf(card, frame), picture)].filter((one) => one !== null));
      }
    expect(differences).toEqual([]);
    const names = cards.flatMap((card) => frames.map((frame) => `${nameOf(card, frame)}.png`));
    expect(readdirSync(kept).sort()).toEqual(names.sort());
  });

  test('the measure sees one letter, and one shade of a strip', async () => {
    const [card, frame] = [cards[0]!, frames[0]!];
    const before = PNG.sync.read(await taken(card, frame));
    expect(mostDiffering(PNG.sync.read(palettePng(before)), before)).toBe(0);
    const changed = async (script: string): Promise<number> => {
      await page.evaluate(`{ const frame = document.querySelector('[id="${anchorOf(card)}"] .frame'); ${script} }`);
      return mostDiffering(before, PNG.sync.read(await taken(card, frame)));
    };
    const texts = `[...frame.querySelectorAll('.ac-textBlock p')].find((one) => one.textContent.length > 8).firstChild`;
    expect(await changed(`${texts}.data = ${texts}.data.replace(/[aeo]/, 'u');`)).toBeGreaterThan(MOST_IN_A_SQUARE);
    expect(
      await changed(`frame.querySelector('.ac-container .ac-container').style.backgroundColor = '#ffe2b2';`),
    ).toBeGreaterThan(MOST_IN_A_SQUARE);
  });
});
