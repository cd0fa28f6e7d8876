import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Region } from '../../src/lib/region/regions.js';
import { exampleLines } from '../platform/web/help-lines/example-lines.js';
import { openDeskWorld, type DeskWorld } from '../platform/web/help-lines/desk-world.js';
import { borrowChromium } from '../support/chromium.js';
import { lowestContrast, pagesIn } from './support/page-measures.js';

const pictures = 'artifacts/hulplijnen';
const foreign = (name: string) => fileURLToPath(new URL(`../domain/hsds/foreign/${name}.json`, import.meta.url));

/** The pages as they are served, with their headers, in a browser that runs no script. Pictures: artifacts/hulplijnen. */
describe('the pages of the help lines as they are served', () => {
  let world: DeskWorld;
  let browser: Browser;
  let page: Page;
  const said: string[] = [];
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    [world, browser] = [await openDeskWorld('embedded'), await borrowChromium()];
    page = await (
      await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1000, height: 900 } })
    ).newPage();
    page.on('console', (message) => said.push(message.text()));
    for (const [region, count] of [
      ['VBO', 18],
      ['AHV', 40],
    ] as const)
      await fill(region, count);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  const at = (path: string) => `http://127.0.0.1:${world.stage.app.port}${path}`;
  async function fill(region: Region, count: number): Promise<void> {
    const { lines, organisations } = exampleLines(region, count);
    await world.put(
      ...organisations.map((row) => ({ put: 'helpOrganisation' as const, row: { ...row, version: 0 } })),
      ...lines.map((row) => ({ put: 'helpLine' as const, row: { ...row, version: 0 } })),
    );
  }

  test.each(['vlaams-brabant-oost', 'asse-halle-vilvoorde'])(
    '%s: quick, one A4, nothing said in the console',
    async (region) => {
      const response = await page.goto(at(`/hulplijnen/${region}`));
      expect(response?.status()).toBe(200);
      await page.screenshot({ path: `${pictures}/${region}.png` });
      const pdf = await page.pdf({ path: `${pictures}/${region}.pdf`, format: 'A4', preferCSSPageSize: true });
      expect(pagesIn(pdf)).toBe(1);
      expect(said).toEqual([]);
    },
  );

  test('the desk imports a file with bad records, without a script', async () => {
    await page.goto(at(world.passFor(await world.personId('Dirk Jacobs'))));
    await page.screenshot({ path: `${pictures}/invoer-1-bestand.png` });
    await page.getByLabel('Bestand').setInputFiles(foreign('with-bad-records'));
    await page.getByRole('button', { name: 'Bestand bekijken' }).click();
    await page.screenshot({ path: `${pictures}/invoer-2-fouten.png`, fullPage: true });
    expect(await page.getByRole('heading', { name: 'Overgeslagen (5)' }).count()).toBe(1);
    await page.getByLabel('De goede onderdelen toch invoeren').check();
    await page.getByRole('button', { name: 'Invoeren' }).click();
    expect(await page.getByText('2 nieuwe').count()).toBe(1);
    await page.screenshot({ path: `${pictures}/invoer-4-klaar.png` });
    expect(said).toEqual([]);
  });

  test('differences stand side by side, and letters stand out', async () => {
    await page.getByRole('link', { name: 'Een ander bestand kiezen' }).click();
    const text = await (await world.get('/hulplijnen/hsds/hulplijnen.hsds.json')).text();
    const buffer = Buffer.from(text.replaceAll('016 555', '016 556'));
    await page.getByLabel('Bestand').setInputFiles({ name: 'andere.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Bestand bekijken' }).click();
    await page.getByRole('heading', { name: 'Gewijzigd (18)' }).waitFor();
    await page.screenshot({ path: `${pictures}/invoer-3-verschillen.png` });
    const reading = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
    await reading.goto(page.url());
    expect(await reading.evaluate(lowestContrast)).toBeGreaterThan(4.5);
  });
});
