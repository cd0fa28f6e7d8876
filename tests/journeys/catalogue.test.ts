import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const farm = 'Zorgboerderij Voorbeeld';
const naft = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const told = {
  name: 'Dagbesteding op de boerderij',
  regions: ['Vlaams-Brabant Oost'],
  minimumAge: '12',
  about: 'Een voormiddag met dieren en werk buiten.',
  phone: '016 55 50 21',
};

describe.each(engineInTurn(import.meta.url))('the offer, known to all, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());
  const page = async (path: string): Promise<string> =>
    (await fetch(`http://127.0.0.1:${stage.app.port}${path}`)).text();

  it('the desk writes what a project does and how it is reached, and looks whether it is true', async () => {
    const { dirk, desk } = cast;
    const on = { in: desk };
    await dirk.says('meldpunt', desk);
    await stage.settled();
    await dirk.presses('Organisaties', {}, on);
    await dirk.presses('Nieuwe organisatie', {}, on);
    await dirk.presses('Toevoegen', { name: farm, kind: 'aanbieder' }, on);
    await dirk.presses('Aanbod toevoegen', {}, on);
    const wrong = await dirk.presses('Bewaren', { ...told, website: 'geen site', checkedNow: true }, on);
    expect(wrong.text).toContain('Dit lijkt geen webadres');
    expect(wrong.text).toContain('met dieren');
    await dirk.presses('Bewaren', { ...told, website: '', checkedNow: true }, on);
    expect(await page('/aanbod/vlaams-brabant-oost')).toContain('nagekeken op ma 16 nov.');
  });

  it('a provider says that there is a place; everybody sees it at once, and since when that is known', async () => {
    const { bram } = cast;
    await bram.says('beschikbaarheid', cast.naft);
    await stage.settled();
    await bram.presses('Formulier openen', {}, { in: cast.naft });
    await bram.presses('Bewaren', { kind: 'Plaats nu' }, { in: cast.naft });
    expect(await page('/aanbod')).toMatch(
      /<strong>plaats<\/strong\s*>\s*<span>volgens de aanbieder op ma 16 nov\.<\/span>/,
    );
  });

  it('a CLB worker sees the offer of the own region, what can start first, and begins an intake from it', async () => {
    const { an } = cast;
    await an.says('aanbod');
    await stage.settled();
    const on = { in: an.personal };
    const list = an.sees(on);
    expect(list).toContain('Vlaams-Brabant Oost');
    expect(list.indexOf(naft)).toBeLessThan(list.indexOf(told.name));
    expect(list).not.toContain('Asse-Halle-Vilvoorde');
    await an.presses('Verfijnen', {}, on);
    const few = await an.presses('Bekijken', { region: 'Asse-Halle-Vilvoorde', age: '10' }, on);
    expect(few.text).toContain('Asse-Halle-Vilvoorde · 10 jaar');
    const all = await an.presses('Alles', {}, on);
    expect(all.text).toContain(told.name);
    const card = await an.presses(`Bekijk ${told.name}, niet bekend`, {}, on);
    expect(card.text).toContain(told.about);
    expect(card.text).toContain('De aanbieder liet nog niet weten of er plaats is.');
    const before = await drafts();
    await an.presses('Leerling aanmelden', {}, on);
    await stage.settled();
    expect(await drafts()).toBe(before + 1);
  });

  it('in a channel it is shown without the button to refer; who is linked nowhere sees it too', async () => {
    const { an, clb } = cast;
    await an.says('aanbod Halle', clb);
    await stage.settled();
    expect(an.sees({ in: clb })).toContain('Asse-Halle-Vilvoorde');
    const stranger = stage.teams.person('Zoë Vreemd');
    await stranger.says('aanbod');
    await stage.settled();
    expect(stranger.sees({ in: stranger.personal })).toContain(naft);
  });

  it('what the desk closes is gone from both', async () => {
    const { kysely } = stage.database;
    await kysely.updateTable('service').set({ active: false }).where('name', '=', told.name).execute();
    expect(await page('/aanbod')).not.toContain(told.name);
  });

  const drafts = async (): Promise<number> => {
    const row = await stage.database.kysely
      .selectFrom('draft')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
});
