import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Person, Conversation } from '../support/fake-teams/index.js';
import { addOrganisation, clbExample, deskCode, link, linkedCast, openStage, type Stage } from '../support/stage.js';

const away = '7e4a4700-0000-4000-8000-0000000000aa';
const hourMs = 3_600_000;

describe.each(engineInTurn(import.meta.url))('linking codes, on %s', (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(engine, undefined, { tenants: [away] });
  });
  afterEach(() => stage.close());

  async function says(who: Person, words: string, where: Conversation): Promise<string> {
    await who.says(words, where);
    await stage.settled();
    return who.sees({ in: where });
  }
  const meldpunt = () => {
    const dirk = stage.teams.person('Dirk Jacobs');
    return { dirk, desk: stage.teams.team('Meldpunt', { people: [dirk] }).general };
  };
  const linked = () =>
    stage.database.kysely.selectFrom('channel').select(['name', 'state']).where('state', '=', 'linked').execute();

  it('the code of the Meldpunt opens nothing in an own chat, nor in another tenant, and the Meldpunt hears of it', async () => {
    const { teams } = stage;
    const mallory = teams.person('Mallory Smit', { tenantId: away });
    const outside = teams.team('Elders', { people: [mallory], tenantId: away }).general;
    const { dirk, desk } = meldpunt();
    const use = `koppelen ${deskCode}`;
    expect(await says(mallory, use, mallory.personal)).toContain('Deze code werkt niet in dit Teams');
    expect(await says(mallory, use, outside)).toContain('Deze code werkt niet in dit Teams');
    expect(await says(dirk, use, dirk.personal)).toContain('een kanaal van een team');
    expect(await says(dirk, use, teams.groupChat('Overleg', [dirk]))).toContain('een kanaal van een team');
    expect(await linked()).toEqual([]);
    expect(await says(mallory, 'meldpunt', mallory.personal)).toContain('Alleen het Meldpunt');

    await says(dirk, use, desk);
    expect(await linked()).toHaveLength(1);
    const told = dirk.reads(desk);
    expect(told).toContain('Op ma 16 nov. werden 2 koppelcodes geweigerd, van 1 persoon.');
    expect(told).toContain('Mallory Smit');
    expect(told).toContain('2 codes, waarvan 2 juist, maar niet voor dat Teams');
  });

  it('works once', async () => {
    const { dirk, desk } = meldpunt();
    await says(dirk, `koppelen ${deskCode}`, desk);
    const second = stage.teams.team('Nog een team', { people: [dirk] }).general;
    expect(await says(dirk, `koppelen ${deskCode}`, second)).toContain('klopt niet of is vervallen');
    expect(await linked()).toHaveLength(1);
  });

  it('does not work after its end, and whoever runs the bot is told until when it does', async () => {
    const { dirk, desk } = meldpunt();
    expect(stage.logged.join('')).toMatch(/"until":"2026-11-30T09:00[^}]*DESK_CODE links one channel/);
    await stage.later(15 * 24 * hourMs);
    expect(await says(dirk, `koppelen ${deskCode}`, desk)).toContain('klopt niet of is vervallen');
    expect(await linked()).toEqual([]);
  });

  it('tells the Meldpunt who used which code where, and lets it undo that', async () => {
    const { an, dirk, desk } = await linkedCast(stage);
    const second = stage.teams.team('Andere school', { people: [an] }).general;
    await link(
      stage,
      { dirk, desk },
      { who: an, where: second, organisation: 'Meldpunt Schoolexterne Interventies (Meldpunt)' },
    );
    const told = dirk.message({ in: desk, reading: 'Meldpunt Schoolexterne Interventies is gekoppeld' });
    for (const words of ['An Peeters', 'een kanaal van', 'gemaakt door Dirk Jacobs', 'Klopt dit niet?'])
      expect(told.text).toContain(words);
    expect(told.text).not.toContain('Teams van');
    expect(await linked()).toHaveLength(4);

    await dirk.presses('Ontkoppelen', {}, { on: told });
    await dirk.presses('Ja, ontkoppelen', {}, { on: told });
    await stage.settled();
    dirk.reloads();
    expect(told.text).toContain('is daar niet meer gekoppeld');
    expect(await linked()).toHaveLength(3);
    expect(await says(an, 'meldpunt', second)).toContain('nog niet gekoppeld');
  });

  it('tells the Meldpunt that an organisation let its channel go', async () => {
    const { an, clb, dirk, desk } = await linkedCast(stage);
    await says(an, 'ontkoppelen', clb);
    await an.presses('Formulier openen', {}, { in: clb });
    await an.presses('Ja, ontkoppelen', {}, { in: clb });
    await stage.settled();
    expect(dirk.reads(desk)).toContain('CLB Voorbeeld Leuven heeft een kanaal verloren');
    expect(dirk.reads(desk)).toContain('An Peeters ontkoppelde het.');
    expect(dirk.reads(desk)).toContain('CLB Voorbeeld Leuven is daar niet meer gekoppeld');
  });

  it('keeps an organisation in its own tenant, unless the Meldpunt makes a code for another', async () => {
    const { teams } = stage;
    const { dirk, desk } = meldpunt();
    await says(dirk, `koppelen ${deskCode}`, desk);
    await addOrganisation(stage, clbExample);
    const carine = teams.person('Carine Wouters', { tenantId: away });
    const first = teams.team('CLB elders', { people: [carine], tenantId: away }).general;
    const organisation = 'CLB Voorbeeld Leuven (CLB)';
    await link(stage, { dirk, desk }, { who: carine, where: first, organisation });
    expect(dirk.message({ in: desk, reading: 'CLB Voorbeeld Leuven is gekoppeld' }).text).toContain(
      'een andere organisatie dan het Meldpunt',
    );
    const an = teams.person('An Peeters');
    const other = teams.team('CLB thuis', { people: [an] }).general;
    await link(stage, { dirk, desk }, { who: an, where: other, organisation });
    expect(an.sees({ in: other })).toContain('Deze code werkt niet in dit Teams');
    await link(stage, { dirk, desk }, { who: an, where: other, organisation, elsewhere: true });
    expect(an.sees({ in: other })).toContain('CLB Voorbeeld Leuven');
    expect(await linked()).toHaveLength(3);
  });

  it('stops guessing by one person and by many, and tells the Meldpunt who', async () => {
    const { teams } = stage;
    const { dirk, desk } = await linkedCast(stage);
    const people = Array.from({ length: 30 }, (_, index) => teams.person(`Rader ${index + 1}`));
    const stray = teams.team('Raadteam', { people }).general;
    const tries = () => stage.database.kysely.selectFrom('linkAttempt').selectAll().execute();
    for (let time = 0; time < 6; time++) await people[0]!.says(`koppelen RAAD-AAAA-00${time}`);
    expect(await tries()).toHaveLength(5);
    for (const person of people.slice(1))
      for (let time = 0; time < 3; time++) await person.says(`koppelen RAAD-BBBB-00${time}`);
    await stage.settled();
    expect(await tries()).toHaveLength(20);
    const told = dirk.message({ in: desk, reading: 'Verkeerde koppelcodes' });
    expect(told.text).toContain('Op ma 16 nov. werden 20 koppelcodes geweigerd, van 6 personen.');
    expect(told.text).toContain('Rader 1: 5 codes');

    await link(stage, { dirk, desk }, { who: people[29]!, where: stray, organisation: 'CLB Voorbeeld Leuven (CLB)' });
    expect(people[29]!.sees({ in: stray })).toContain('te veel verkeerde codes');
    await stage.later(hourMs + 60_000);
    await link(stage, { dirk, desk }, { who: people[29]!, where: stray, organisation: 'CLB Voorbeeld Leuven (CLB)' });
    expect(await linked()).toHaveLength(4);
  });
});
