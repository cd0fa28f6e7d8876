import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { textOf } from '../support/fake-teams/index.js';
import { newFolder } from '../support/folder.js';
import { until } from '../support/reading.js';
import { sameDatabase } from '../support/same-database.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const line = 'Huiswerkklas De Voorbeeldbrug';
const filled = {
  kind: 'Lokaal initiatief',
  name: line,
  phone: '016 11 22 33',
  hours: 'ma–vr 15.30–18 u.',
  ages: '10–14',
  regions: ['Vlaams-Brabant Oost'],
};

describe.each(engineInTurn(import.meta.url))('help lines, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    for (const who of [cast.an, cast.bram]) await who.says('hallo');
    await stage.settled();
  });
  afterAll(() => stage.close());

  const looksFor = async (who: Cast['an'], words: string) => {
    await who.says(`hulplijn ${words}`);
    await stage.settled();
    return who.sees({ in: who.personal });
  };

  it('a CLB worker finds nobody for homework yet, and fills it in', async () => {
    const { an } = cast;
    await an.says('hulplijnen');
    await stage.settled();
    const on = { in: an.personal };
    expect(an.sees(on)).toContain('Vlaams-Brabant Oost');
    expect(an.link('Afdrukken', on)).toContain('/hulplijnen/vlaams-brabant-oost');
    const phase = await an.presses('Bekijken', {}, { ...on, nth: 1 });
    expect(phase.text).toContain('Huiswerkbegeleiding, brugfiguren');
    await an.presses('Hulplijn toevoegen', {}, on);
    const wrong = await an.presses('Bewaren', { ...filled, hours: 'na school', phone: '' }, on);
    expect(wrong.text).toContain('Zet de dagen voor de uren');
    expect(wrong.text).toContain(line);
    const made = await an.presses('Bewaren', filled, on);
    expect(made.text).toContain('U bent de beheerder');
    expect(made.text).toContain('ma–vr 15.30–18 u.');
    await an.redelivers({ newId: true });
    const { lines } = await stage.database.kysely
      .selectFrom('helpLine')
      .select((eb) => eb.fn.countAll<string>().as('lines'))
      .executeTakeFirstOrThrow();
    expect(Number(lines)).toBe(1);
  });

  it('is found with a slip, without accents, and by what its kind does', async () => {
    expect(await looksFor(cast.bram, 'huiswerkklass')).toContain(line);
    expect(await looksFor(cast.bram, 'vóórbeeldbrug')).toContain(line);
    expect(await looksFor(cast.an, 'brugfiguren')).toContain(line);
    expect(await looksFor(cast.an, 'zwembad')).toContain('nog geen hulplijn');
  });

  it('is recognised when somebody adds it again', async () => {
    const { bram } = cast;
    await bram.says('hulplijn toevoegen');
    await stage.settled();
    const on = { in: bram.personal };
    await bram.presses('Formulier openen', {}, on);
    const twice = await bram.presses('Bewaren', { ...filled, name: 'De Brug' }, on);
    expect(twice.text).toContain('lijkt al te bestaan');
    const there = await bram.presses('De bestaande bekijken', {}, on);
    expect(there.text).toContain('Beheerder: CLB Voorbeeld Leuven, An Peeters');
  });

  it('somebody reports it, the keeper mends it, who reported hears it', async () => {
    const { an, bram } = cast;
    await bram.presses('Klopt niet', {}, { in: bram.personal });
    const reported = await bram.presses('Melden', { reason: 'Het telefoonnummer klopt niet' }, { in: bram.personal });
    expect(reported.text).toContain('U krijgt bericht zodra er een antwoord is');
    await stage.settled();
    const on = { in: an.personal, reading: 'Gemeld door NAFT-Leerrecht Vlaams-Brabant Oost' };
    await an.presses('Wijzigen', {}, on);
    const mended = await an.presses('Bewaren', { phone: '016 99 88 77' }, { in: an.personal });
    expect(mended.text).toContain('Is de melding hiermee opgelost?');
    const closed = await an.presses('Het is verbeterd', {}, { in: an.personal });
    expect(closed.text).toContain('Verbeterd');
    await stage.settled();
    const answers = bram.personal.botPosts.filter((post) =>
      JSON.stringify(post.card).includes('Antwoord op uw melding'),
    );
    expect(answers).toHaveLength(1);
    await an.redelivers({ newId: true });
    await stage.settled();
    expect(bram.sees({ in: bram.personal })).toContain('De hulplijn is verbeterd. Bedankt.');
  });

  it('another team changes it: the keeper hears it, and takes it back from the history', async () => {
    const { an, bram } = cast;
    await looksFor(bram, 'voorbeeldbrug');
    const on = { in: bram.personal };
    await bram.presses('Bekijken', {}, { ...on, nth: 1 });
    await bram.presses('Wijzigen', {}, on);
    await bram.presses('Bewaren', { ages: '6–12' }, on);
    await stage.settled();
    expect(an.sees({ in: an.personal })).toContain('NAFT-Leerrecht Vlaams-Brabant Oost wijzigde ze');
    const history = await an.presses('Geschiedenis', {}, { in: an.personal });
    expect(history.text).toContain('10 → 6');
    const undone = await an.presses('Ongedaan maken', {}, { in: an.personal, nth: 1 });
    expect(undone.text).toContain('Ongedaan gemaakt');
    await an.redelivers({ newId: true });
    const card = await an.presses('Hulplijn bekijken', {}, { in: an.personal });
    expect(card.text).toContain('10–14 jaar');
  });

  it('a private number is warned about, and gone for everybody but who keeps the line once it is corrected', async () => {
    const { an, bram } = cast;
    const own = '0470 12 34 56';
    const at = { in: an.personal };
    await an.presses('Wijzigen', {}, at);
    const warned = await an.presses('Bewaren', { phone: own, howToRefer: 'Bel de mama van Elif.' }, at);
    expect(warned.text).toContain('Dit is een gsm-nummer. Iedereen kan dit lezen.');
    expect(warned.text).toContain('Er staat de naam van een persoon in.');
    const insisted = { phone: own, howToRefer: 'Bel de mama van Elif.', notPersonal: true };
    expect((await an.presses('Bewaren', insisted, at)).text).toContain(own);
    await an.presses('Wijzigen', {}, at);
    await an.presses('Bewaren', { phone: '016 99 88 77', howToRefer: 'Bellen.' }, at);
    const published = await (await fetch(new URL('/hulplijnen/hsds/services', stage.teams.botUrl))).text();
    expect(published).toContain('016 99 88 77');
    for (const gone of [own, 'mama van Elif']) expect(published).not.toContain(gone);
    expect((await an.presses('Geschiedenis', {}, at)).text).toContain(`${own} → 016 99 88 77`);
    await looksFor(bram, 'voorbeeldbrug');
    await bram.presses('Bekijken', {}, { in: bram.personal, nth: 1 });
    const strange = await bram.presses('Geschiedenis', {}, { in: bram.personal });
    expect(strange.text).toContain('(niet meer te zien) → 016 99 88 77');
    for (const gone of [own, 'mama van Elif']) expect(strange.text).not.toContain(gone);
    await an.presses('Hulplijn bekijken', {}, at);
  });

  it('is shared in a channel, once', async () => {
    const { an, bram, clb, naft } = cast;
    const on = { in: an.personal };
    await an.presses('Delen', {}, on);
    const shared = await an.presses('Delen', { channel: 'CLB Voorbeeld Leuven' }, on);
    expect(shared.text).toContain('Gedeeld.');
    await an.redelivers({ newId: true });
    await stage.settled();
    const posts = clb.botPosts.filter((post) => JSON.stringify(post.card).includes('Gedeeld door An Peeters'));
    expect(posts).toHaveLength(1);
    await bram.says('hulplijn voorbeeldbrug', naft);
    await stage.settled();
    await bram.presses('Bekijken', {}, { in: naft, nth: 1 });
    await bram.presses('Delen', {}, { in: naft });
    await stage.settled();
    expect(naft.botPosts.some((post) => JSON.stringify(post.card).includes('Gedeeld door Bram Claes'))).toBe(true);
  });

  it('a channel that nobody linked hears only how to link', async () => {
    const eve = stage.teams.person('Eve Willems');
    const elsewhere = stage.teams.team('Elders', { people: [eve] }).general;
    await eve.says('hulplijnen', elsewhere);
    await stage.settled();
    expect(eve.sees({ in: elsewhere })).toContain('nog niet gekoppeld');
  });
});

/** Some days before the round of April: what is confirmed then is asked in October only. */
const inMarch = new Date('2026-03-27T09:00:00Z');

describe.each(engineInTurn(import.meta.url))('the half-yearly round, on %s', (engine) => {
  const folder = newFolder();
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine, inMarch, { open: await sameDatabase(engine, folder.path) });
    cast = await linkedCast(stage);
    await cast.an.says('hulplijn toevoegen');
    await stage.settled();
    await cast.an.presses('Formulier openen', {}, { in: cast.an.personal });
    await cast.an.presses('Bewaren', filled, { in: cast.an.personal });
  });
  afterAll(async () => {
    await stage.close();
    folder.remove();
  });

  const texts = () => cast.an.personal.botPosts.map((post) => (post.card ? textOf(post.card) : ''));
  /** How often An was asked, and how often reminded. */
  const asked = () => {
    const cards = texts().filter((text) => text.includes('Klopt dit nog?'));
    const reminders = cards.filter((text) => text.includes('Herinnering'));
    return [cards.length - reminders.length, reminders.length];
  };
  const list = async (): Promise<string> => {
    await cast.an.says('hulplijn voorbeeldbrug');
    await stage.settled();
    return cast.an.sees({ in: cast.an.personal, reading: 'Hulplijnen' });
  };

  it('asks nothing about what was confirmed lately', async () => {
    await until(stage, '2026-04-01T07:00:00Z');
    expect(asked()).toEqual([0, 0]);
  });

  it('asks a keeper once, also when the bot stood still at that moment', async () => {
    await until(stage, '2026-10-01T06:59:00Z');
    expect(asked()).toEqual([0, 0]);
    await stage.restart();
    await until(stage, '2026-10-01T07:00:00Z');
    await stage.restart();
    await stage.later(24 * 3_600_000);
    expect(asked()).toEqual([1, 0]);
  });

  it('reminds once after three weeks; then the line is marked', async () => {
    await until(stage, '2026-10-22T06:59:00Z');
    expect(asked()).toEqual([1, 0]);
    await until(stage, '2026-10-22T07:00:00Z');
    await stage.restart();
    await stage.later(8 * 24 * 3_600_000);
    expect(asked()).toEqual([1, 1]);
    expect(await list()).toContain('Lang niet nagekeken');
  });

  it('is answered with one press, and then says so on both cards', async () => {
    const { an } = cast;
    const done = await an.presses('Alles klopt nog', {}, { in: an.personal, reading: 'Herinnering' });
    expect(done.text).toContain('Er is niets meer na te kijken');
    await stage.settled();
    an.reloads();
    expect(texts().filter((text) => text.includes('Er is niets meer na te kijken'))).toHaveLength(2);
    expect(await list()).not.toContain('Lang niet nagekeken');
    await until(stage, '2026-12-01T09:00:00Z');
    expect(asked()).toEqual([1, 1]);
  });
});
