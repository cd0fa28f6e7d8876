import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDemo } from './support/open-demo.js';
import type { PlaygroundDriver } from './support/playground-driver.js';
import type { Inputs } from './support/playground-inputs.js';

const parts: readonly Inputs[] = [
  {
    'De uitbreiding van zorg is doorlopen, ons CLB deed de indicatiestelling en ik besprak dit met de school. *': true,
    'Voornaam en naam *': 'Noor Voorbeeld',
    'Geboortedatum *': '9/3/2012',
    'Onderwijsvorm *': 'BSO',
    'School, of de laatste school *': 'Atheneum Voorbeeld',
    'Waar is de school? *': '3000',
    'Waar woont de leerling? *': 'Kessel-Lo',
  },
  {
    'Wat is de vraag, en wat verwacht u? *': 'Rust vinden en weer naar school gaan.',
    'Op welk domein ligt de vraag? *': ['emotioneel', 'pedagogisch'],
    'Is de leerling aanwezig op school? *': 'problematisch afwezig',
  },
  {
    'Stemt de leerling in? *': 'ja',
    'Stemmen de ouders of opvoeders in? *': 'ja',
    'Naam van een ouder of opvoeder *': 'Ouder Voorbeeld',
    'Telefoon *': '0470 12 34 56',
    'Contact op school *': 'Lies, 016 00 00 00',
  },
];

/** The story a newcomer lives: `npm run demo`, in the real local client, in a real browser. Pictures: artifacts/browser. */
describe('the demo in the local client', () => {
  let demo: Awaited<ReturnType<typeof openDemo>>;
  let teams: PlaygroundDriver;

  beforeAll(async () => {
    demo = await openDemo();
    ({ teams } = demo);
  });
  afterAll(() => demo?.close());

  it('refers a pupil in three parts', async () => {
    await teams.goTo('clb');
    await teams.goTo('provider');
    await teams.goTo('personal');
    await teams.says('aanmelden');
    for (const [part, inputs] of parts.entries()) {
      await teams.waitsFor(`Deel ${part + 1} van 3`);
      await teams.picture(`story-1-intake-${part + 1}`);
      await teams.presses('Verder', inputs);
    }
    await teams.waitsFor('Nakijken en verzenden');
    await teams.screenshot('story-2-review');
    await teams.presses('Verzenden');
    await teams.waitsFor('code P');
    await teams.screenshot('story-3-receipt');
    await teams.waitsFor('Op welk nummer bereikt de aanbieder u?');
    await teams.presses('Bewaren', { Telefoon: '016 12 34 56' });
  });

  it('reaches the provider, who contacts the CLB and puts the pupil on the waiting list', async () => {
    await teams.goTo('provider');
    await teams.as('bram').waitsFor('Gecontacteerd');
    await teams.picture('story-4-offer');
    await teams.presses('Bekijken');
    await teams.waitsFor('Noor Voorbeeld');
    await teams.picture('story-5-details');
    await teams.presses('Gegevens van 2026-0001 sluiten');
    await teams.presses('Gecontacteerd');
    await teams.waitsFor('Geef uw antwoord');
    await teams.presses('Wachtlijst');
    await teams.screenshot('story-6-waitlist-form');
    await teams.presses('Op de wachtlijst zetten', { 'Wil het CLB op uw wachtlijst wachten?': 'Ja' });
    await teams.waitsFor('Op wachtlijst');
    await teams.screenshot('story-7-on-the-list');
  });

  it('is told in the CLB’s channel', async () => {
    await teams.as('an').goTo('clb');
    await teams.waitsFor('Op wachtlijst');
    await teams.picture('story-8-clb-channel', 'thread');
    expect(await teams.page.content()).not.toContain('Noor Voorbeeld');
  });

  it('has a place free, which the CLB still needs', async () => {
    await teams.as('bram').goTo('provider');
    await teams.presses('Plaats vrij voor 2026-0001');
    await teams.waitsFor('Het CLB bevestigt');
    await teams.as('an').goTo('clb');
    await teams.presses('Ja, we nemen de plaats');
    await teams.waitsFor('rondetafelmoment');
    await teams.screenshot('story-9-placed');
  });

  it('lets the desk manage what it needs', async () => {
    await teams.as('an').goTo('desk');
    await teams.says('meldpunt');
    await teams.waitsFor('Niet bezorgd');
    await teams.picture('story-10-desk');
    await teams.presses('Organisaties');
    await teams.waitsFor('CLB Voorbeeld Leuven');
    await teams.screenshot('story-11-organisations');
  });

  it('gives help, and an answer to anything else', async () => {
    await teams.goTo('personal');
    await teams.says('help');
    await teams.waitsFor('Wat u hier kunt doen');
    await teams.says('de trein heeft weer vertraging');
    await teams.waitsFor('Dat begrijp ik niet');
    await teams.says('mijn aanmeldingen');
    await teams.waitsFor('Loopt · 1');
    await teams.picture('story-12-my-referrals');
  });

  it('shows the meetings of the working group', async () => {
    await teams.goTo('desk');
    await teams.says('vergaderingen');
    await teams.waitsFor('Vergaderingen · ');
    await teams.picture('story-13-meetings');
  });
});
