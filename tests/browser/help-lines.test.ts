import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { choosePage } from '../../src/features/helplines/pages/choose-page.js';
import { shownRegion } from '../../src/features/helplines/pages/region-lines.js';
import { regionPage } from '../../src/features/helplines/pages/region-page.js';
import { framed } from '../../src/platform/web/frame.js';
import { qrCode } from '../../src/platform/web/qr-code.js';
import type { HelpLine } from '../../src/domain/helpline/help-line.js';
import { regions, type Region } from '../../src/lib/region/regions.js';
import { exampleLines } from '../platform/web/help-lines/example-lines.js';
import { lowestContrast, pagesIn, pointsOnSheet, sticksOut } from './support/page-measures.js';
import { borrowChromium } from '../support/chromium.js';

const pageOf = (region: Region, lines: readonly HelpLine[], language: 'nl' | 'en' = 'nl'): string => {
  const { organisations } = exampleLines(region, 1);
  const shown = shownRegion(region, lines, organisations, '2026-11-22');
  const code = qrCode('https://meldpunt.example.be/hulplijnen/vlaams-brabant-oost', 'Scan');
  return framed(regionPage(shown, { language, code }));
};

describe('the page of a region, in a browser', () => {
  let browser: Browser;
  const said: string[] = [];
  beforeAll(async () => {
    browser = await borrowChromium();
  });
  afterAll(() => browser.close());
  const opened = async (html: string, options: Parameters<Browser['newContext']>[0] = {}) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false, ...options })).newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.setContent(html);
    return page;
  };
  afterAll(() => expect(said).toEqual([]));

  test.each(regions)('%s: landmarks, headings in order, names for everything, without a script', async (region) => {
    const page = await opened(pageOf(region, exampleLines(region, 20).lines));
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('banner').count()).toBe(1);
    expect(await page.getByRole('navigation').count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(4);
    expect(await page.getByRole('article').count()).toBe(20);
    expect(await page.getByRole('link', { name: /^(016|02) 555/ }).count()).toBe(20);
    expect(await page.getByRole('heading', { name: '', exact: true }).count()).toBe(0);
    await page.close();
  });

  test('the first press of Tab offers to skip to the help lines; on a phone nothing sticks out', async () => {
    const page = await opened(pageOf('VBO', exampleLines('VBO', 20).lines), {
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: true,
    });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.getAttribute('href')`)).toBe('#hulplijnen');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('letters stand out from their ground (%s)', async (colorScheme) => {
    const page = await opened(pageOf('VBO', exampleLines('VBO', 20).lines), { colorScheme, javaScriptEnabled: true });
    expect(await page.evaluate(lowestContrast)).toBeGreaterThan(4.5);
    await page.setContent(framed(choosePage('nl')));
    expect(await page.evaluate(lowestContrast)).toBeGreaterThan(4.5);
    await page.close();
  });

  test.each([0, 3, 12, 20, 40, 80, 200])(
    '%i lines are printed on exactly one A4, with nothing cut off',
    async (count) => {
      const page = await opened(pageOf('AHV', exampleLines('AHV', count).lines), { javaScriptEnabled: true });
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(pagesIn(pdf)).toBe(1);
      await page.setViewportSize({ width: 718, height: 1047 });
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(sticksOut)).toBeLessThanOrEqual(0);
      expect(await page.evaluate(pointsOnSheet)).toBeGreaterThanOrEqual(8.5);
      await page.close();
    },
  );

  test('nor is anything cut off with texts of any length', async () => {
    const page = await opened('<p></p>', { javaScriptEnabled: true, viewport: { width: 718, height: 1047 } });
    await page.emulateMedia({ media: 'print' });
    const words = (most: number) =>
      fc.array(fc.stringMatching(/^[a-zA-Z]{1,14}$/), { minLength: 1, maxLength: most }).map((all) => all.join(' '));
    const changed = fc.record({
      name: words(12),
      howToRefer: words(30),
      hoursNote: words(15),
      alert: fc.option(words(12), { nil: null }),
      email: fc.stringMatching(/^[a-z]{4,40}@[a-z]{4,20}\.be$/),
    });
    const several = fc
      .integer({ min: 1, max: 80 })
      .chain((count) => fc.array(changed, { minLength: count, maxLength: count, size: 'max' }));
    await fc.assert(
      fc.asyncProperty(several, async (all) => {
        const { lines } = exampleLines('VBO', all.length);
        await page.setContent(
          pageOf(
            'VBO',
            lines.map((line, index) => ({ ...line, ...all[index] })),
          ),
        );
        expect(await page.evaluate(sticksOut)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    await page.close();
  });
});
