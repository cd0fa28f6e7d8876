import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDemo } from './support/open-demo.js';
import type { PlaygroundDriver } from './support/playground-driver.js';

/** The help around the school and the working group, in the real local client. Pictures: artifacts/browser. */
describe('help lines, signals and meetings in the local client', () => {
  let demo: Awaited<ReturnType<typeof openDemo>>;
  let teams: PlaygroundDriver;

  beforeAll(async () => {
    demo = await openDemo();
    ({ teams } = demo);
  });
  afterAll(() => demo?.close());

  it('finds a help line with a typing slip, and shows it', async () => {
    await teams.goTo('personal');
    await teams.says('hulplijnen');
    await teams.waitsFor('Brede basiszorg en verhoogde zorg');
    await teams.screenshot('around-1-phases');
    await teams.says('hulplijnen huiswerklas');
    await teams.waitsFor('Voorbeeld huiswerkklas');
    await teams.screenshot('around-2-found');
  });

  it('warns when a signal holds personal data, keeps nothing, and takes it when it is reworded', async () => {
    const signal = {
      'Wat wilt u melden?': 'Een knelpunt',
      'Over welke regio gaat het?': 'Vlaams-Brabant Oost',
      'Over welke leeftijd?': 'jonger dan 12 jaar',
    };
    const text = 'Uw signaal, zonder namen of andere gegevens van een leerling';
    await teams.says('signaal');
    await teams.waitsFor('Een signaal voor de werkgroep');
    await teams.presses('Formulier openen');
    await teams.presses('Verzenden', { ...signal, [text]: 'De mama van Noor belt via 0470 12 34 56.' });
    await teams.waitsFor('Schrijf het anders');
    await teams.screenshot('around-3-warned');
    await teams.presses('Verzenden', { [text]: 'Voor kinderen onder 12 is er geen aanbod in de buurt.' });
    await teams.waitsFor('S-');
    await teams.screenshot('around-4-receipt');
  });

  it('brings the signal before the working group, which plans its meetings on one card', async () => {
    await teams.goTo('desk');
    await teams.waitsFor('geen aanbod in de buurt');
    await teams.screenshot('around-5-signal');
    await teams.says('vergaderingen');
    await teams.waitsFor('ergadering');
    await teams.screenshot('around-6-meetings');
    expect(await teams.page.content()).not.toContain('0470 12 34 56');
  });

  it('has a page for the staff room', async () => {
    const page = await fetch(`${demo.botUrl}/hulplijnen/vlaams-brabant-oost`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Voorbeeld huiswerkklas');
  });
});
