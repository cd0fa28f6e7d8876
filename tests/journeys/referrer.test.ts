import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { lastReply, postOf, postsAbout, pupilNamed, thread, until } from '../support/reading.js';
import { fillsIn, refers, refersOn, secret } from '../support/refer.js';
import { addOrganisation, clbExample, link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const sunday = new Date('2026-11-15T12:00:00Z');
const day = 24 * 3_600_000;

describe.each(engineInTurn(import.meta.url))('the desk is closed on Sunday, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine, sunday);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('the receipt says when it will be delivered, and until when it can change', async () => {
    await fillsIn(stage, cast.an);
    const receipt = await cast.an.presses('Verzenden', {}, { in: cast.an.personal });
    await stage.settled();
    reference = /\d{4}-\d{4}/.exec(receipt.text)![0];
    expect(receipt.text).toContain('Ze wordt bezorgd op ma 16 nov., 9 u. Tot dan kunt u ze nog wijzigen.');
    expect(receipt.text).toContain('code P');
    expect(postOf(cast.clb, reference).text).toContain('Wordt bezorgd op ma 16 nov., 9 u.');
    expect(postsAbout(cast.naft)).toHaveLength(0);
  });

  it('called back, changed and sent again it keeps its reference', async () => {
    const { an } = cast;
    const here = { in: an.personal };
    await an.presses('Wijzigen', {}, here);
    await stage.settled();
    expect(postOf(cast.clb, reference).text).toContain('Teruggehaald');
    await an.opens(an.personal);
    await an.presses('Wijzig Vraag', {}, here);
    await an.presses('Verder', { urgency: 'dringend' }, here);
    const receipt = await an.presses('Verzenden', {}, here);
    await stage.settled();
    expect(receipt.text).toContain(reference);
    expect(postsAbout(cast.clb)).toHaveLength(1);
  });

  it('withdrawn before delivery it never arrives', async () => {
    const withdrawn = await refers(stage, cast.an, pupilNamed('Vroeg'));
    const post = { on: postOf(cast.clb, withdrawn) };
    await cast.an.presses('Intrekken', {}, post);
    await cast.an.presses('Intrekken', { reason: 'vergissing' }, post);
    await stage.settled();
    expect(postOf(cast.clb, withdrawn).text).toContain('Reden: vergissing.');
  });

  it('is delivered on Monday at nine, as it was changed', async () => {
    await until(stage, '2026-11-16T07:59:00Z');
    expect(postsAbout(cast.naft)).toHaveLength(0);
    await until(stage, '2026-11-16T08:00:10Z');
    expect(postsAbout(cast.naft)).toHaveLength(1);
    expect(postOf(cast.naft, reference).text).toContain('Dringend');
    expect(cast.an.reads(cast.an.personal)).toMatch(/Bezorgd bij .*\s+ma 16 nov., 9 u\./);
    expect(postOf(cast.clb, reference).text).toContain(`Nieuw bij ${naftName}`);
    expect(thread(cast.clb, reference)).toHaveLength(0);
  });
});

describe.each(engineInTurn(import.meta.url))('the referrer withdraws, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it.each([
    ['delivered', []],
    ['contacted', [['Gecontacteerd', {}]]],
    ['placed', [['Plaats', {}]]],
    ['waiting', [['Wachtlijst', {}], ['Op de wachtlijst zetten', { kept: 'ja' }]]], // prettier-ignore
    ['not matching', [['Geen match', {}], ['Geen match', { reason: 'niet bereikt' }]]], // prettier-ignore
    ['full', [['Volzet', {}], ['Volzet melden', {}]]], // prettier-ignore
  ] as const)('%s: with a coded reason; the provider is told', async (name, presses) => {
    const reference = await refers(stage, cast.an, pupilNamed(name));
    for (const [title, filled] of presses) await cast.bram.presses(title, filled, { on: postOf(cast.naft, reference) });
    await stage.settled();
    const post = { on: postOf(cast.clb, reference) };
    await cast.an.presses('Intrekken', {}, post);
    const forgot = await cast.an.presses('Intrekken', {}, post);
    expect(forgot.text).toContain('Kies een reden uit de lijst.');
    await cast.an.presses('Intrekken', { reason: 'de leerling is terug op school' }, post);
    await stage.settled();
    expect(postOf(cast.clb, reference).text).toContain('Ingetrokken');
    expect(postOf(cast.naft, reference).text).toContain('trok deze aanmelding in: de leerling is terug op school');
    expect(lastReply(cast.naft, reference).text).toContain('U hoeft niets meer te doen.');
    expect(cast.an.buttons(post)).not.toContain('Intrekken');
  });
});

describe.each(engineInTurn(import.meta.url))('another provider, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('in two presses, with everything carried over and the first date kept', async () => {
    const { an, bram } = cast;
    const first = await refers(stage, an);
    const offer = { on: postOf(cast.naft, first) };
    await bram.presses('Geen match', {}, offer);
    await bram.presses('Geen match', { reason: 'de vraag past beter bij een ander aanbod' }, offer);
    await stage.later(3 * day);
    const post = { on: postOf(cast.clb, first) };
    const done = await refersOn(an, post, 'Steunpunt Groene Zorg');
    await stage.settled();
    const next = /Verder aangemeld als (\d{4}-\d{4})/.exec(done.text)![1]!;
    expect(postOf(cast.clb, next).text).toContain('Naar Steunpunt Groene Zorg');
    expect(postOf(cast.clb, next).text).toContain('eerste aanmelding 16 nov.');
    expect(postOf(cast.clb, first).text).toContain(next);
    const opened = await an.presses('Bekijken', {}, { on: postOf(cast.clb, next) });
    for (const carried of [secret.pupilName, secret.question, secret.guardianPhone, secret.schoolName])
      expect(opened.text).toContain(carried);
  });
});

describe.each(engineInTurn(import.meta.url))('words, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  const asks = async (words: string): Promise<string> => {
    await cast.an.says(words);
    await stage.settled();
    return cast.an.personal.botPosts.at(-1)!.text;
  };

  it('mijn aanmeldingen: one’s own list; a row opens the referral', async () => {
    const list = await asks('mijn aanmeldingen');
    expect(list).toContain('Mijn aanmeldingen');
    expect(list).toContain(`${reference} · ${naftName}`);
    const opened = await cast.an.presses('Bekijken', {}, { in: cast.an.personal, row: reference });
    expect(opened.text).toContain(reference);
  });

  it('werklijst: in a channel that of the team, the provider’s and the desk’s too', async () => {
    const places = [
      [cast.an, cast.clb, 'Werklijst CLB Voorbeeld Leuven'],
      [cast.bram, cast.naft, `Werklijst ${naftName}`],
      [cast.dirk, cast.desk, 'Er wacht niets op het Meldpunt.'],
    ] as const;
    for (const [who, place, title] of places) {
      await who.says('werklijst', place);
      await stage.settled();
      expect(place.messages.at(-1)?.text).toContain(title);
    }
  });

  it('status: the state; an unknown and somebody else’s reference are answered alike', async () => {
    expect(await asks(`status ${reference}`)).toContain('Nieuw bij');
    expect(await asks(`Status #${Number(reference.slice(5))}?`)).toContain(reference);
    expect(await asks('status 2026-0999')).toContain('Ik vind bij u geen aanmelding 2026-0999.');
    expect(await asks('status')).toContain('Schrijf er het nummer van de aanmelding bij');
    const els = stage.teams.person('Els Wouters');
    const where = stage.teams.team('CLB Ander', { people: [els] }).general;
    const other = { ...clbExample, id: clbExample.id.replace('c1b01', 'c1b02') as typeof clbExample.id };
    await addOrganisation(stage, { ...other, name: 'CLB Ander' });
    await link(stage, cast, { who: els, where, organisation: 'CLB Ander (CLB)' });
    await els.says(`status ${reference}`);
    await stage.settled();
    expect(els.reads(els.personal)).toContain(`Ik vind bij u geen aanmelding ${reference}.`);
  });

  it('help, a greeting and anything else are answered', async () => {
    expect(await asks('help')).toContain('Wat u hier kunt doen');
    expect(await asks('Goeiemorgen!')).toContain('Meldpunt Schoolexterne Interventies');
    expect(await asks('de trein heeft weer vertraging')).toContain('Dat begrijp ik niet');
    expect(cast.an.buttons({ in: cast.an.personal })).toContain('Aanmelden');
    expect(cast.an.buttons({ in: cast.an.personal })).toHaveLength(2);
    expect(await asks('ik wil een leerling doorverwijzen')).toContain('Nieuwe aanmelding');
  });
});

describe.each(engineInTurn(import.meta.url))('contact is awaited, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    await cast.bea.says('hallo');
    await cast.dirk.says('meldpunt', cast.desk);
    await stage.settled();
    const here = { in: cast.desk };
    await cast.dirk.presses('Organisaties', {}, here);
    await cast.dirk.presses('Bekijken', {}, { ...here, nth: 3 });
    await cast.dirk.presses('Gegevens wijzigen', {}, here);
    const saved = await cast.dirk.presses('Bewaren', { coordinator: 'Bea Maes' }, here);
    expect(saved.text).toContain(naftName);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  const told = () => ({
    provider: thread(cast.naft, reference).filter(({ text }) => text.includes('verwachtte het CLB contact')).length,
    coordinator: cast.bea.personal.messages.filter(({ text }) => text.includes('Uw team nam nog geen contact op.'))
      .length,
    desk: cast.desk.botPosts.filter(({ text }) => text.includes('nam nog geen contact op. Bel de aanbieder')).length,
    clb: thread(cast.clb, reference).filter(({ text }) => text.includes('Contact blijft uit.')).length,
  });

  it('reminds the provider, its coordinator, then the desk: each once, in working time', async () => {
    await until(stage, '2026-11-18T08:58:00Z');
    expect(told()).toEqual({ provider: 0, coordinator: 0, desk: 0, clb: 0 });
    await until(stage, '2026-11-18T09:02:00Z');
    expect(told()).toEqual({ provider: 1, coordinator: 0, desk: 0, clb: 1 });
    await until(stage, '2026-11-19T08:58:00Z');
    expect(told()).toEqual({ provider: 1, coordinator: 0, desk: 0, clb: 1 });
    await until(stage, '2026-11-19T09:04:00Z');
    expect(told()).toEqual({ provider: 1, coordinator: 1, desk: 0, clb: 2 });
    await until(stage, '2026-11-20T09:06:00Z');
    expect(told()).toEqual({ provider: 1, coordinator: 1, desk: 1, clb: 3 });
    await until(stage, '2026-11-27T09:00:00Z');
    expect(told()).toEqual({ provider: 1, coordinator: 1, desk: 1, clb: 3 });
    expect(postOf(cast.clb, reference).text).toContain('Het Meldpunt volgt dit nu op.');
  });

  it('contact at last settles it everywhere', async () => {
    await cast.bram.presses('Gecontacteerd', {}, { on: postOf(cast.naft, reference) });
    await stage.settled();
    expect(postOf(cast.clb, reference).text).toContain('Gecontacteerd');
    expect(postOf(cast.desk, reference).text).toContain('Gecontacteerd');
  });
});
