import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../../../src/domain/settings.js';
import { anyEngine } from '../../support/database.js';
import { openDeskWorld, wordsOf, type DeskWorld } from './help-lines/desk-world.js';

describe.each(anyEngine)('the pages about privacy and terms, on %s', (engine) => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await openDeskWorld(engine);
  });
  afterAll(() => world.close());
  const words = async (path: string) => {
    const response = await world.get(path);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    const page = await response.text();
    expect(page).not.toContain('<script');
    return wordsOf(page);
  };

  test('given nothing filled in, then the Meldpunt is responsible, and terms are those of the settings', async () => {
    const told = await words('/privacy');
    expect(told).toContain('Het Meldpunt beslist wat er met de gegevens gebeurt.');
    expect(told).toContain('De aanbieder, van de bezorging tot zijn deel is afgesloten.');
    for (const days of [defaultSettings.draftDays, ...Object.values(defaultSettings.keptDays)].filter((one) => one > 2))
      expect(told).toContain(`${days} dagen`);
    expect(told).toContain(`${defaultSettings.keptDays.erased} dagen na het wissen`);
  });

  test('given what the desk fills in on its card, then the page says so at once, in both languages', async () => {
    const { dirk, desk, stage } = world;
    await dirk.says('termijnen', desk);
    await stage.settled();
    const on = { in: desk };
    await dirk.presses('Formulier openen', {}, on);
    await dirk.presses('Privacy', {}, on);
    const wrong = await dirk.presses('Bewaren', { controller: 'Vereniging <b>', trailDays: '7' }, on);
    expect(wrong.text).toContain('Vul een aantal dagen in, van 30 tot 3650.');
    await dirk.presses('Bewaren', { privacyOfficer: 'fg@voorbeeld.example', trailDays: '365' }, on);
    const told = await words('/privacy');
    expect(told).toContain('Vereniging &lt;b&gt; beslist wat er met de gegevens gebeurt.');
    expect(told).toContain('fg@voorbeeld.example');
    expect(told).toContain('365 dagen na het einde van de laatste aanmelding');
    expect(await words('/privacy?taal=en')).toContain('365 days after the end of the last referral');
  });

  test('the terms of use lead to 112 first, and to the other page', async () => {
    expect(await words('/voorwaarden')).toContain('bel dan meteen 112');
    const page = await (await world.get('/voorwaarden?taal=en')).text();
    expect(page).toContain('href="/privacy?taal=en"');
    expect(page).toContain('lang="en"');
  });
});
