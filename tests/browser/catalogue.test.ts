import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describedServices } from '../../scripts/demo/example-offer.js';
import type { Change } from '../../src/contracts/outcome.js';
import type { ServiceId } from '../../src/domain/ids.js';
import { createRead } from '../../src/platform/storage/read.js';
import { entryRow } from '../../src/platform/storage/timeline.js';
import { entry } from '../../src/domain/timeline/entries.js';
import { openDeskWorld, type DeskWorld } from '../platform/web/help-lines/desk-world.js';
import { borrowChromium } from '../support/chromium.js';
import { id, service } from '../support/given.js';
import { lowestContrast, pagesIn } from './support/page-measures.js';

const pictures = 'artifacts/aanbod';

/** The pages of the offer as they are served, in a browser that runs no script of theirs. Pictures: artifacts/aanbod. */
describe('the pages of the offer as they are served', () => {
  let world: DeskWorld;
  let browser: Browser;
  const said: string[] = [];
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    [world, browser] = [await openDeskWorld('embedded'), await borrowChromium()];
    await fill();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
    expect(said).toEqual([]);
  });

  /** The confirmed services as a desk would have filled them in, with every state of availability among them. */
  async function fill(): Promise<void> {
    const { database, sealer } = world.stage.app.parts;
    const now = world.stage.clock.now();
    const services = await createRead(database.kysely, sealer, now).services();
    const described = describedServices(services, '2026-11-03');
    const [first, second] = described;
    const put = (row: Change & { put: 'service' }) => row;
    await world.put(
      put({ put: 'service', row: { ...first!, waitWeeks: 6 } }),
      put({ put: 'service', row: { ...second!, waitWeeks: 0 } }),
      ...described.slice(2).map((row) => put({ put: 'service', row })),
      put({
        put: 'service',
        row: service({
          ...{ id: id<ServiceId>(), organisationId: first!.organisationId, version: 0, fullUntil: '2027-08-31' },
          name: 'Dagbestedingsproject voor jongeren die tijdelijk niet naar school kunnen, in samenwerking met drie scholen',
          about: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverzierung en andere lange woorden.',
          website: 'https://www.voorbeeld.example/een/heel/lang/adres/dat/nergens/afgebroken/mag/worden/maar/toch/past',
        }),
      }),
    );
    for (const one of described.slice(0, 2))
      await database.kysely
        .insertInto('timeline')
        .values(
          entryRow(entry('service', one.id, 'availability-set', { weeks: 6, fullUntil: null }), {
            ...{ personId: null, organisationId: one.organisationId, now },
          }),
        )
        .execute();
  }

  async function opened(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1200, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`http://127.0.0.1:${world.stage.app.port}${path}`);
    return page;
  }

  test('landmarks, one first heading, an article for each project, names for everything', async () => {
    const page = await opened('/aanbod');
    await page.screenshot({ path: `${pictures}/light.png`, fullPage: true });
    for (const role of ['main', 'banner', 'navigation', 'contentinfo'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(1);
    expect(await page.getByRole('article').count()).toBe(4);
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(4);
    expect(await page.getByLabel('Leeftijd').count()).toBe(1);
    expect(await page.getByLabel('Onderwijsvorm').count()).toBe(1);
  });

  test('somebody filters by age and form without a script, and chooses a region with the same filter', async () => {
    const page = await opened('/aanbod');
    await page.getByLabel('Leeftijd').fill('16');
    await page.getByLabel('Onderwijsvorm').selectOption({ label: 'BSO' });
    await page.getByRole('button', { name: 'Bekijken' }).click();
    expect(page.url()).toContain('/aanbod?leeftijd=16&vorm=bso');
    await page.getByRole('link', { name: 'Asse-Halle-Vilvoorde' }).click();
    expect(page.url()).toContain('/aanbod/asse-halle-vilvoorde?leeftijd=16&vorm=bso');
    expect(await page.locator('[aria-current=page]').innerText()).toBe('Asse-Halle-Vilvoorde');
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toContain('16 jaar · BSO');
    await page.screenshot({ path: `${pictures}/filtered.png`, fullPage: true });
  });

  test.each(['light', 'dark'] as const)('letters stand out from their ground (%s)', async (colorScheme) => {
    const page = await opened('/aanbod', { colorScheme, javaScriptEnabled: true });
    await page.screenshot({ path: `${pictures}/${colorScheme}-wide.png` });
    expect(await page.evaluate(lowestContrast)).toBeGreaterThan(4.5);
  });

  test('on a phone nothing sticks out, and the first Tab offers the way to the offer', async () => {
    const page = await opened('/aanbod', { viewport: { width: 320, height: 640 }, javaScriptEnabled: true });
    await page.screenshot({ path: `${pictures}/narrow.png`, fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.getAttribute('href')`)).toBe('#aanbod');
  });

  test('on paper: one sheet, without what one would press', async () => {
    const page = await opened('/aanbod', { javaScriptEnabled: true });
    expect(pagesIn(await page.pdf({ path: `${pictures}/aanbod.pdf`, format: 'A4' }))).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    await page.setViewportSize({ width: 718, height: 1047 });
    await page.screenshot({ path: `${pictures}/print.png` });
  });

  test('an unknown region', async () => {
    const page = await opened('/aanbod/limburg', { colorScheme: 'dark' });
    // The browser itself says that the page was not found.
    expect(said.splice(0)).toEqual([expect.stringContaining('404')]);
    await page.screenshot({ path: `${pictures}/unknown-dark.png` });
    expect(await page.getByRole('link', { name: 'Vlaams-Brabant Oost' }).count()).toBe(1);
  });
});
