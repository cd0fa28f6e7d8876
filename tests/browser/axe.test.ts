import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunOptions } from 'axe-core';
import type { Browser } from 'playwright-core';
import { drawCards } from '../../scripts/preview/draw-cards.js';
import { themes } from '../../scripts/preview/teams-colours.js';
import { exampleLines } from '../platform/web/help-lines/example-lines.js';
import { openDeskWorld, type DeskWorld } from '../platform/web/help-lines/desk-world.js';
import { organisation, service } from '../support/given.js';
import { borrowChromium } from '../support/chromium.js';
import { allRules, axeFaults, colourRules, exceptColours } from './support/axe-faults.js';
import { openCards } from './support/card-page.js';
import { colours, everyPieceOnce, structure } from './support/every-piece-once.js';

let browser: Browser;
beforeAll(async () => {
  browser = await borrowChromium();
});
afterAll(() => browser?.close());

describe('axe finds nothing on all that the cards are made of, with all of their samples', () => {
  const cards = drawCards('cards', () => undefined);

  // What a card is made of is the same in every theme.
  test('what every card is made of', async () => {
    const page = await openCards(
      browser,
      everyPieceOnce(cards, structure),
      [{ theme: 'light', width: 'wide' }],
      'all-made-of',
    );
    expect(await axeFaults(page, exceptColours)).toEqual([]);
    await page.close();
  });

  test.each(themes)('every colour of every piece, %s', async (theme) => {
    const page = await openCards(browser, everyPieceOnce(cards, colours), [{ theme, width: 'wide' }], `all-${theme}`);
    expect(await axeFaults(page, colourRules)).toEqual([]);
    await page.close();
  });
});

/** What has the focus: which of all elements, and whether a line is drawn around it. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  return { at: [...document.querySelectorAll('*')].indexOf(one), is: one.outerHTML.slice(0, 80), outlined };
})()`;

/** As somebody sees the pages who chose so in the system. */
const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high contrast': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** What a look can change. In high contrast the system chooses the colours, which axe does not know: it still thinks of a white ground. */
const rulesOf: Readonly<Record<keyof typeof looks, RunOptions>> = {
  light: allRules,
  dark: colourRules,
  'high contrast': { runOnly: ['link-in-text-block'] },
};

describe('axe finds nothing on the pages as they are served', () => {
  let world: DeskWorld;
  const pass: { path: string } = { path: '' };
  beforeAll(async () => {
    world = await openDeskWorld('embedded');
    const { lines, organisations } = exampleLines('VBO', 12);
    await world.put(
      ...organisations.map((row) => ({ put: 'helpOrganisation' as const, row: { ...row, version: 0 } })),
      ...lines.map((row) => ({ put: 'helpLine' as const, row: { ...row, version: 0 } })),
    );
    const provider = organisation({ kind: 'provider', version: 0 });
    const offered = service({ organisationId: provider.id, version: 0 });
    await world.put({ put: 'organisation', row: provider }, { put: 'service', row: offered });
    pass.path = world.passFor(await world.personId('Dirk Jacobs'));
  });
  afterAll(() => world?.close());

  const paths: readonly (readonly [string, () => string])[] = [
    ['home', () => '/'],
    ['nothing there', () => '/bestaat-niet'],
    ['regions', () => '/hulplijnen'],
    ['regions in English', () => '/hulplijnen?taal=en'],
    ['a region', () => '/hulplijnen/vlaams-brabant-oost'],
    ['a region in English', () => '/hulplijnen/vlaams-brabant-oost?taal=en'],
    ['a region without lines', () => '/hulplijnen/asse-halle-vilvoorde'],
    ['the offer', () => '/aanbod'],
    ['the offer in English, narrowed', () => '/aanbod/vlaams-brabant-oost?leeftijd=14&vorm=bso&taal=en'],
    ['the offer of nowhere', () => '/aanbod/nergens'],
    ['privacy', () => '/privacy'],
    ['the terms of use in English', () => '/voorwaarden?taal=en'],
    ['the import', () => pass.path],
    ['a pass that is not right', () => `${pass.path}x`],
  ];

  test.each(Object.keys(looks) as (keyof typeof looks)[])('%s', async (look) => {
    // Axe is a script, which the pages themselves do not allow.
    const page = await (await browser.newContext({ ...looks[look], bypassCSP: true })).newPage();
    const rules = rulesOf[look];
    const faults: string[] = [];
    for (const [name, path] of paths) {
      await page.goto(`http://127.0.0.1:${world.stage.app.port}${path()}`);
      faults.push(...(await axeFaults(page, rules)).map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test('with the keyboard alone one comes everywhere, and sees where one is; nothing moves', async () => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', bypassCSP: true })).newPage();
    for (const [name, path] of paths) {
      await page.goto(`http://127.0.0.1:${world.stage.app.port}${path()}`);
      const asked = await page
        .locator(':is(a[href], button, input:not([type=hidden]), select, summary):visible')
        .count();
      const seen = new Set<string>();
      for (let press = 0; press < asked; press++) {
        await page.keyboard.press('Tab');
        seen.add(JSON.stringify(await page.evaluate(FOCUSED)));
      }
      expect([name, [...seen].filter((one) => !one.includes('"outlined":true'))]).toEqual([name, []]);
      expect([name, seen.size]).toEqual([name, asked]);
      expect([name, await page.evaluate('document.getAnimations().length')]).toEqual([name, 0]);
    }
    await page.close();
  });

  test('the import, with differences and with mistakes', async () => {
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    const given = await (await world.get('/hulplijnen/hsds/hulplijnen.hsds.json')).text();
    const files = [given.replaceAll('016 555', '016 556'), 'geen json'];
    for (const text of files) {
      await page.goto(`http://127.0.0.1:${world.stage.app.port}${pass.path}`);
      const buffer = Buffer.from(text);
      await page.getByLabel('Bestand').setInputFiles({ name: 'andere.json', mimeType: 'application/json', buffer });
      await page.getByRole('button', { name: 'Bestand bekijken' }).click();
      expect(await axeFaults(page)).toEqual([]);
    }
    await page.close();
  });
});
