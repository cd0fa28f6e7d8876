import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { letterLanguages } from '../../src/domain/letter-language.js';
import { letterHtml, letterKinds } from '../features/case/papers/letters.js';
import { borrowChromium } from '../support/chromium.js';
import { lowestContrast, pagesIn } from './support/page-measures.js';

let browser: Browser;
beforeAll(async () => {
  browser = await borrowChromium();
});
afterAll(() => browser.close());

test('each letter is one sheet of paper, in its direction, and fits a phone', async () => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  const shots = process.env['SHOW_PAGES'];
  for (const letter of letterKinds)
    for (const language of letterLanguages) {
      await page.setContent(letterHtml(letter, language));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(pagesIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
      if (shots === undefined) continue;
      await page.setViewportSize({ width: 794, height: 1123 });
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: `${shots}/letter-${letter.tells}-${language}.png` });
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.screenshot({ path: `${shots}/letter-${letter.tells}-${language}-narrow.png`, fullPage: true });
    }
});

test.each(['light', 'dark'] as const)('its letters stand out from their ground (%s)', async (colorScheme) => {
  const page = await (await browser.newContext({ colorScheme })).newPage();
  await page.setContent(letterHtml({ tells: 'receipt' }, 'ar'));
  expect(await page.evaluate(lowestContrast)).toBeGreaterThan(4.5);
});
