import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import readWorkbook from 'read-excel-file/node';
import { engineInTurn } from '../support/database.js';
import { fillsInAndSends } from '../support/walk.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('the desk, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const opensMenu = async () => {
    await cast.dirk.says('meldpunt', cast.desk);
    await stage.settled();
  };

  it('adds an organisation, fills it in, gives it a service and makes its code, all on one card', async () => {
    const { dirk, desk } = cast;
    await opensMenu();
    const on = { in: desk };
    await dirk.presses('Organisaties', {}, on);
    await dirk.presses('Nieuwe organisatie', {}, on);
    const wrong = await dirk.presses('Toevoegen', { name: ' ', municipality: 'Antwerpen' }, on);
    expect(wrong.text).toContain('Vul de naam in.');
    expect(wrong.text).toContain('Deze gemeente ligt niet in Vlaams-Brabant.');
    const made = await dirk.presses(
      'Toevoegen',
      { name: 'Zorgboerderij Voorbeeld', kind: 'aanbieder', municipality: '' },
      on,
    );
    expect(made.text).toContain('Zolang er geen aanbod is');
    await dirk.presses('Gegevens wijzigen', {}, on);
    await dirk.presses('Bewaren', { phone: '016 12 34 56', email: 'info@voorbeeld.example' }, on);
    await dirk.presses('Aanbod toevoegen', {}, on);
    const card = await dirk.presses('Bewaren', { name: 'Dagbesteding', regions: ['Vlaams-Brabant Oost'] }, on);
    expect(card.text).toContain('Vlaams-Brabant Oost · alle leeftijden · actief');
    await dirk.presses('Koppelcode', {}, on);
    const code = await dirk.presses('Code maken', {}, on);
    expect(code.text).toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/);
  });

  it('makes nothing twice when the press comes again', async () => {
    const { dirk, desk } = cast;
    await opensMenu();
    await dirk.presses('Organisaties', {}, { in: desk });
    await dirk.presses('Nieuwe organisatie', {}, { in: desk });
    await dirk.presses('Toevoegen', { name: 'CLB Voorbeeld Diest' }, { in: desk });
    await dirk.redelivers();
    await dirk.redelivers({ newId: true });
    const found = await stage.database.kysely
      .selectFrom('organisation')
      .select('version')
      .where('name', '=', 'CLB Voorbeeld Diest')
      .execute();
    expect(found).toEqual([{ version: 1 }]);
  });

  it('changes its hours, each mistake at its field, and the menu tells it', async () => {
    const { dirk, desk } = cast;
    await opensMenu();
    await dirk.presses('Werkuren', {}, { in: desk });
    const wrong = await dirk.presses('Bewaren', { monday: 'voormiddag', closed: 'kerst' }, { in: desk });
    expect(wrong.text).toContain('Deze uren herken ik niet.');
    expect(wrong.text).toContain('voormiddag');
    const hours = { monday: '', tuesday: '10-12', closed: '17/11/2026 Studiedag' };
    const menu = await dirk.presses('Bewaren', hours, { in: desk });
    expect(menu.text).toContain('Aanmeldingen worden bezorgd op wo 18 nov., 9 u.');
  });

  it('is for the desk only, and hears nothing of a clock in production', async () => {
    const { an, dirk, clb, desk } = cast;
    await an.says('meldpunt', clb);
    await stage.settled();
    expect(an.sees({ in: clb })).toContain('Alleen het Meldpunt kan dit doen.');
    await dirk.says('klok +3 dagen', desk);
    await stage.settled();
    expect(dirk.sees({ in: desk })).toContain('Bedoelt u een van deze?');
  });

  it('reads exact figures of any period, and takes them along as files that open for an hour', async () => {
    const { an, dirk, desk, clb } = cast;
    await fillsInAndSends(stage, an, {});
    await opensMenu();
    const on = { in: desk };
    const year = await dirk.presses('Cijfers. Van elke periode, ook als bestand.', {}, on);
    expect(year.text).toContain('1\naanmelding\n');
    expect(year.text).toContain('Alleen voor het Meldpunt: hier staan ook aantallen onder 5.');
    await dirk.presses('Andere periode', {}, on);
    const wrong = await dirk.presses('Bekijken', { first: '2026-11-10', last: '2026-11-09' }, on);
    expect(wrong.text).toContain('De laatste dag ligt voor de eerste dag.');
    await dirk.presses('Terug', {}, on);
    const files = await dirk.presses('Als bestand', {}, on);
    const urls = [...JSON.stringify(files.card).matchAll(/http[^"]*bestanden[^"]*/g)].map(([url]) => url);
    expect(urls).toHaveLength(2);
    const [workbook, csv] = await Promise.all(urls.map((url) => fetch(url)));
    const [tab] = await readWorkbook(Buffer.from(await workbook!.arrayBuffer()));
    expect(tab!.data).toContainEqual(expect.arrayContaining(['Aanmeldingen per regio', 1]));
    expect(await csv!.text()).toContain('Aanmeldingen per regio;Vlaams-Brabant Oost;');
    expect(JSON.stringify(desk.botPosts.map(({ card }) => card))).not.toContain('/bestanden/');
    await stage.later(61 * 60_000);
    expect((await fetch(urls[0]!)).status).toBe(410);
    await an.says('cijfers', clb);
    await stage.settled();
    expect(an.sees({ in: clb })).toContain('Alleen de werkgroep en het Meldpunt kunnen dit doen.');
  });

  it('hears that a team has removed the bot, and that what was for it waits', async () => {
    const { bram, dirk, desk, naft } = cast;
    const team = [...stage.teams.world.teams.values()].find((one) => one.general === naft)!;
    await stage.teams.removesBot(bram, team);
    await stage.settled();
    expect(dirk.sees({ in: desk })).toContain('NAFT-Leerrecht Vlaams-Brabant Oost heeft een kanaal verloren');
  });
});
