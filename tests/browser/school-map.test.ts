import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { HelpLineId, MapEntryId } from '../../src/domain/ids.js';
import { mapPage } from '../../src/features/school-map/pages/map-page.js';
import { answersPage } from '../../src/features/answers/pages/answers-page.js';
import { answersFrom } from '../../src/texts/answer-texts.js';
import { framed } from '../../src/platform/web/frame.js';
import { qrCode } from '../../src/platform/web/qr-code.js';
import { exampleLines } from '../platform/web/help-lines/example-lines.js';
import { entryOf, map } from '../features/school-map/world.js';
import { borrowChromium } from '../support/chromium.js';
import { lowestContrast, pagesIn } from './support/page-measures.js';

let browser: Browser;
beforeAll(async () => {
  browser = await borrowChromium();
});
afterAll(() => browser.close());

function mapWith(count: number): string {
  const lines = exampleLines('VBO', count).lines.map((line, index) => ({
    line: { ...line, id: `00000000-0000-4000-8000-0000000${10_000 + index}` as HelpLineId },
    entry: entryOf(line, String(10_000 + index)),
  }));
  const contact = { name: 'Karim Voorbeeld', phone: '016 55 66 77', email: 'karim@voorbeeld.example' };
  const contacts = new Map<MapEntryId, typeof contact>(lines.slice(0, 4).map(({ entry }) => [entry.id, contact]));
  const code = qrCode('https://meldpunt.example.be/schoolkaart/voorbeeld', 'De kaart van nu');
  return framed(mapPage({ map, lines, contacts }, { language: 'nl', code, today: '2026-11-30' }));
}

test('a map of twelve lines with contact persons is printed on one A4; nothing sticks out on a phone', async () => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await page.setContent(mapWith(12));
  expect(pagesIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(await page.getByRole('main').count()).toBe(1);
  const shots = process.env['SHOW_PAGES'];
  if (shots !== undefined) {
    await page.screenshot({ path: `${shots}/map-narrow.png`, fullPage: true });
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${shots}/map-a4.png` });
    await page.emulateMedia({ media: 'screen' });
    await page.screenshot({ path: `${shots}/map-wide.png` });
  }
});

test.each(['light', 'dark'] as const)('letters of both pages stand out from their ground (%s)', async (colorScheme) => {
  const page = await (await browser.newContext({ colorScheme })).newPage();
  const desk = { name: 'Meldpunt', phone: '016 00 00 00', email: 'meldpunt@voorbeeld.example' };
  for (const html of [mapWith(12), framed(answersPage(answersFrom('nl'), desk, 'nl'))]) {
    await page.setContent(html);
    expect(await page.evaluate(lowestContrast)).toBeGreaterThan(4.5);
  }
  if (process.env['SHOW_PAGES'] !== undefined)
    await page.screenshot({ path: `${process.env['SHOW_PAGES']}/answers-${colorScheme}.png` });
});
