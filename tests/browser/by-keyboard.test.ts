import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyboardUser } from './support/keyboard-user.js';
import { openDemo } from './support/open-demo.js';
import type { PlaygroundDriver } from './support/playground-driver.js';

/** From the first word to the provider's answer in the local client, with the keyboard alone. Pictures: artifacts/browser. */
describe('a referral with the keyboard alone', () => {
  let demo: Awaited<ReturnType<typeof openDemo>>;
  let teams: PlaygroundDriver;
  let keyboard: KeyboardUser;

  beforeAll(async () => {
    demo = await openDemo();
    ({ teams } = demo);
    for (const where of ['clb', 'provider', 'personal'] as const) await teams.goTo(where);
    keyboard = new KeyboardUser(teams.page);
  });
  afterAll(() => demo?.close());

  it('is filled in and sent', async () => {
    await keyboard.says('aanmelden');
    await keyboard.waitsFor('Deel 1 van 3');
    await keyboard.ticks(/^De uitbreiding van zorg is doorlopen/);
    await keyboard.types('Voornaam en naam *', 'Noor Voorbeeld');
    await keyboard.types('Geboortedatum *', '9/3/2012');
    await keyboard.chooses('Onderwijsvorm *', 'BSO');
    await keyboard.types('School, of de laatste school *', 'Atheneum Voorbeeld');
    await keyboard.types('Waar is de school? *', '3000');
    await keyboard.types('Waar woont de leerling? *', 'Kessel-Lo');
    await teams.screenshot('keyboard-1-pupil');
    await keyboard.presses('Verder');
    await keyboard.waitsFor('Deel 2 van 3');
    await keyboard.types('Wat is de vraag, en wat verwacht u? *', 'Rust vinden en weer naar school gaan.');
    await keyboard.choosesSome('Op welk domein ligt de vraag? *', ['emotioneel']);
    await keyboard.chooses('Is de leerling aanwezig op school? *', 'problematisch afwezig');
    await keyboard.presses('Verder');
    await keyboard.waitsFor('Deel 3 van 3');
    await keyboard.marks('Stemt de leerling in? *', 'ja');
    await keyboard.marks('Stemmen de ouders of opvoeders in? *', 'ja');
    await keyboard.types('Naam van een ouder of opvoeder *', 'Ouder Voorbeeld');
    await keyboard.types('Telefoon *', '0470 12 34 56');
    await keyboard.types('Contact op school *', 'Lies, 016 00 00 00');
    await keyboard.presses('Verder');
    await keyboard.waitsFor('Nakijken en verzenden');
    await teams.screenshot('keyboard-2-review');
    await keyboard.presses('Verzenden');
    await keyboard.waitsFor('Wat gebeurt er nu?');
    await teams.screenshot('keyboard-3-receipt');
  });

  it('is opened and answered by the provider', async () => {
    await teams.as('bram').goTo('provider');
    await keyboard.waitsFor('Gecontacteerd');
    await keyboard.presses('Bekijken');
    await keyboard.waitsFor('Noor Voorbeeld');
    await keyboard.presses('Plaats');
    await keyboard.waitsFor('Rondetafelmoment plannen');
    await teams.screenshot('keyboard-4-answered');
    expect(await teams.sees('2026-0001')).not.toContain('Noor Voorbeeld');
  });
});
