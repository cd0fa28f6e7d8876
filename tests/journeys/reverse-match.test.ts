import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Message } from '../support/fake-teams/index.js';
import { choice, lastReply, postOf, pupilNamed, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const day = 24 * 3_600_000;
const farm = 'Steunpunt Groene Zorg';

describe.each(engineInTurn(import.meta.url))(
  'waiting nine weeks with check-ins, then a match elsewhere, on %s',
  (engine) => {
    let stage: Stage;
    let cast: Cast;
    let reference: string;
    beforeAll(async () => {
      stage = await openStage(engine);
      cast = await linkedCast(stage);
      reference = await refers(stage, cast.an, pupilNamed('Wachter'));
      const offer = { on: postOf(cast.naft, reference) };
      await cast.bram.presses('Wachtlijst', {}, offer);
      await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, offer);
      await stage.settled();
    });
    afterAll(() => stage.close());

    const chatted = (words: string): Message[] => cast.an.personal.botPosts.filter(({ text }) => text.includes(words));

    it('after four weeks and after eight she is asked, and says each time that it is still needed', async () => {
      for (const asked of [1, 2]) {
        await stage.later(28 * day);
        const cards = chatted('op een wachtlijst');
        expect(cards).toHaveLength(1);
        await cast.an.presses('Nog nodig', {}, { on: cards[0]! });
        await stage.settled();
        expect(chatted('Nagekeken')).toHaveLength(asked);
      }
      await stage.later(7 * day);
      expect(postOf(cast.clb, reference).text).toContain('1ste');
    });

    it('a place comes free elsewhere: a quarter of an hour later she alone hears that it fits, with the number only', async () => {
      await cast.dirk.says('beschikbaarheid', cast.desk);
      await stage.settled();
      await cast.dirk.presses('Formulier openen', {}, { in: cast.desk });
      const serviceId = choice(cast.dirk, { in: cast.desk }, 'serviceId', farm);
      await cast.dirk.presses('Bewaren', { serviceId, kind: 'Plaats nu' }, { in: cast.desk });
      await stage.settled();
      expect(chatted('Past bij')).toEqual([]);
      await stage.later(16 * 60_000);
      const [told] = chatted('Past bij 1 van uw leerlingen');
      expect(told?.text).toContain(farm);
      expect(told?.text).toContain(reference);
      expect(told?.text).not.toContain('Vuurpijl');
      expect(cast.clb.botPosts.concat(cast.naft.botPosts).some(({ text }) => text.includes('Past bij'))).toBe(false);
    });

    it('one press, and what happens with the first is asked; the pupil keeps its first registration, and waits on', async () => {
      const on = { on: chatted('Past bij 1 van uw leerlingen')[0]! };
      const row = cast.an.buttons(on).find((title) => title.includes('verder aanmelden'))!;
      await cast.an.presses(row, {}, on);
      expect(cast.an.buttons(on)).toEqual(expect.arrayContaining(['Aanmelden en houden', 'Aanmelden en intrekken']));
      const done = await cast.an.presses('Aanmelden en houden', {}, on);
      await stage.settled();
      expect(done.text).toContain('Verder aangemeld als');
      expect(postOf(cast.clb, reference).text).toContain('Op wachtlijst');
      expect(lastReply(cast.naft, reference).text).toContain('ook bij een andere aanbieder');
      const rows = await stage.database.kysely.selectFrom('referral').select('firstRegisteredAt').execute();
      expect(new Set(rows.map(({ firstRegisteredAt }) => firstRegisteredAt.getTime())).size).toBe(1);
      expect(rows).toHaveLength(2);
      cast.an.reloads();
      expect(chatted('Niets meer te kiezen')).toHaveLength(1);
    });
  },
);

describe.each(engineInTurn(import.meta.url))('full until the end of the school year, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine, new Date('2027-06-14T08:00:00Z'));
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an, pupilNamed('Volzet'));
  });
  afterAll(() => stage.close());

  it('the provider is full until 31 August: the CLB chooses, and nothing is assumed when it does not', async () => {
    const offer = { on: postOf(cast.naft, reference) };
    await cast.bram.presses('Volzet', {}, offer);
    await cast.bram.presses('Volzet melden', {}, offer);
    await stage.settled();
    expect(postOf(cast.clb, reference).text).toContain('is volzet tot en met di 31 aug.');
    await until(stage, '2027-08-31T10:00:00Z');
    expect(postOf(cast.clb, reference).text).toContain('Kies een andere aanbieder, wacht op de wachtlijst of trek in.');
  });

  it('on 1 September it is open again: who was refused is asked, and comes on the list in its own place in one press', async () => {
    await until(stage, '2027-09-01T07:30:00Z');
    const question = cast.naft.botPosts.find(({ text }) => text.includes('[Ja, weer open]'))!;
    await cast.bram.presses('Ja, weer open', {}, { on: question });
    await stage.later(16 * 60_000);
    const told = cast.an.personal.botPosts.find(({ text }) => text.includes('Past bij 1 van uw leerlingen'))!;
    expect(told.text).toContain('was hier volzet');
    const row = cast.an.buttons({ on: told }).find((title) => title.includes('op de wachtlijst zetten'))!;
    await cast.an.presses(row, {}, { on: told });
    await stage.settled();
    expect(postOf(cast.clb, reference).text).toContain('Op wachtlijst');
    expect(postOf(cast.clb, reference).text).toContain('1ste');
    expect(lastReply(cast.naft, reference).text).toContain('laat de aanmelding op uw wachtlijst');
  });
});

describe.each(engineInTurn(import.meta.url))('the desk holds it because nobody chose, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an, { ...pupilNamed('Gehouden'), provider: 'laat het meldpunt kiezen' });
  });
  afterAll(() => stage.close());

  it('a service says which forms of help it gives and that it has a place: the CLB hears that it fits', async () => {
    expect(postOf(cast.clb, reference).text).toContain('Meldpunt');
    await cast.bram.says('beschikbaarheid', cast.naft);
    await stage.settled();
    await cast.bram.presses('Formulier openen', {}, { in: cast.naft });
    await cast.bram.presses('Bewaren', { kind: 'Plaats nu' }, { in: cast.naft });
    await stage.later(16 * 60_000);
    const [told] = cast.an.personal.botPosts.filter(({ text }) => text.includes('Past bij 1 van uw leerlingen'));
    expect(told?.text).toContain('bij het Meldpunt, nog zonder aanbieder');
  });

  it('one press refers it there: the same referral, and the desk has nothing left to choose', async () => {
    const on = { on: cast.an.personal.botPosts.find(({ text }) => text.includes('Past bij 1 van uw leerlingen'))! };
    const row = cast.an.buttons(on).find((title) => title.includes(`${reference} hier aanmelden`))!;
    await cast.an.presses(row, {}, on);
    await stage.settled();
    expect(postOf(cast.naft, reference).text).toContain('Nieuw');
    const rows = await stage.database.kysely.selectFrom('referral').select('state').execute();
    expect(rows.map(({ state }) => state)).toEqual(['delivered']);
    expect(cast.dirk.buttons({ on: postOf(cast.desk, reference) })).not.toContain('Aanbieder kiezen');
  });
});
