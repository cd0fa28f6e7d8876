import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { everythingInClear, lastReply, postOf, pupilNamed, thread, until } from '../support/reading.js';
import { refers, refersOn } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';

describe.each(engineInTurn(import.meta.url))('a trajectory from the place to its end, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an, pupilNamed('Een'));
    await cast.bram.presses('Plaats', {}, offer());
    await stage.settled();
  });
  afterAll(() => stage.close());

  const offer = () => ({ on: postOf(cast.naft, reference) });
  const post = () => postOf(cast.clb, reference);
  const clocks = async (): Promise<string[]> =>
    (await stage.database.kysely.selectFrom('due').select('key').execute())
      .map(({ key }) => key)
      // What is asked months after the end, and what the school hears, have stories of their own.
      .filter((key) => key.startsWith('trajectory:') && key.endsWith(':follow-up'));
  const repliesOf = (where: Cast['clb'], word: string): string[] =>
    thread(where, reference).flatMap(({ text }) => (text.includes(word) ? [text] : []));

  it('nobody says whether the pupil began: the provider is asked, then the desk', async () => {
    expect(await clocks()).toHaveLength(1);
    await until(stage, '2026-12-10T09:00:00Z');
    expect(repliesOf(cast.naft, 'Is de leerling gestart?')).toHaveLength(1);
    await until(stage, '2026-12-18T09:00:00Z');
    const before = cast.desk.messages.at(-1)!;
    expect(before.text).toContain(`${naftName} liet niets weten`);
    await cast.dirk.presses('Nog niet gestart', {}, { on: before });
    await stage.settled();
    expect(await clocks()).toHaveLength(1);
  });

  it('started: one press with the day, which stands there; the CLB reads it, and the post says it', async () => {
    await until(stage, '2027-01-05T09:00:00Z');
    cast.bram.reloads();
    await cast.bram.presses('Gestart', {}, offer());
    await cast.bram.presses('Gestart', {}, offer());
    await stage.settled();
    const told = `Het traject bij ${naftName} is gestart op di 5 jan.`;
    expect(lastReply(cast.clb, reference).text).toContain(told);
    expect(lastReply(cast.clb, reference).mentions).toEqual([cast.an.teamsId]);
    expect(repliesOf(cast.naft, told)).toEqual([]);
    expect(post().text).toContain('Traject loopt sinds di 5 jan.');
  });

  it('absent in one press: the CLB reads it the same day; three in a row stand before the desk', async () => {
    for (const day of ['2027-01-06', '2027-01-07', '2027-01-08']) {
      await until(stage, `${day}T09:00:00Z`);
      cast.bram.reloads();
      await cast.bram.presses('Afwezig vandaag', {}, offer());
      await stage.settled();
    }
    expect(repliesOf(cast.clb, 'afwezig bij')).toHaveLength(3);
    const before = cast.desk.messages.at(-1)!;
    expect(before.text).toContain('3 keer na elkaar afwezig');
    await cast.dirk.presses('Opgevolgd', {}, { on: before });
    await stage.settled();
    expect(before.text).toContain('Traject loopt sinds di 5 jan.');
  });

  it('half days of a week: one card, a number each; the post counts them', async () => {
    cast.bram.reloads();
    const form = await cast.bram.presses('Halve dagen', {}, offer());
    expect(form.text).toContain('Week van ma 4 jan.');
    const counted = await cast.bram.presses('Bewaren', { count1: '4' }, offer());
    expect(counted.text).toContain('Week van ma 4 jan.: 4 halve dagen van 1 leerling.');
    await stage.settled();
    expect(post().text).toContain('Traject loopt sinds di 5 jan. · 4 halve dagen');
  });

  it('a note for the CLB: two presses and a field from the trajectory; the thread says only that there is one', async () => {
    const words = 'Komt stipt en werkt mee in het atelier van Ludovica.';
    cast.bram.reloads();
    await cast.bram.presses('Traject', {}, offer());
    await cast.bram.presses('Bericht aan CLB', {}, offer());
    const empty = await cast.bram.presses('Verzenden', { note: ' ' }, offer());
    expect(empty.text).toContain('Schrijf eerst uw bericht.');
    await cast.bram.presses('Verzenden', { note: words }, offer());
    await stage.settled();
    const told = lastReply(cast.clb, reference);
    expect(told.text).toContain(`Bram Claes van ${naftName} liet een bericht na over het traject.`);
    expect(told.mentions).toEqual([cast.an.teamsId]);
    const read = await cast.an.presses('Bericht lezen', {}, { on: told });
    expect(read.text).toContain(words);
    await cast.an.presses('Iets vragen', {}, { on: told });
    await cast.an.presses('Vraag stellen', { question: 'Ook op vrijdag?' }, { on: told });
    await stage.settled();
    expect(lastReply(cast.naft, reference).text).toContain('vraagt u iets over deze aanmelding');
    expect(await everythingInClear(stage)).not.toMatch(/Ludovica/);
  });

  it('paused until a day, on which it is asked whether it runs again', async () => {
    cast.bram.reloads();
    await cast.bram.presses('Traject', {}, offer());
    await cast.bram.presses('Pauzeren', {}, offer());
    await cast.bram.presses('Pauzeren', { until: '2027-01-22' }, offer());
    await stage.settled();
    expect(post().text).toContain('Traject gepauzeerd tot vr 22 jan.');
    await until(stage, '2027-01-25T09:00:00Z');
    expect(lastReply(cast.naft, reference).text).toContain('De pauze is voorbij.');
    cast.bram.reloads();
    await cast.bram.presses('Loopt weer', {}, offer());
    await stage.settled();
    expect(post().text).toContain('Traject loopt sinds di 5 jan.');
  });

  it('ends with its outcome and to what kind of service the pupil goes; reopened by mistake, ended again', async () => {
    cast.bram.reloads();
    await cast.bram.presses('Traject', {}, offer());
    await cast.bram.presses('Afsluiten', {}, offer());
    const asked = await cast.bram.presses('Afsluiten', { outcome: 'warme overdracht' }, offer());
    expect(asked.text).toContain('Kies aan wat voor dienst u de leerling overdroeg.');
    await cast.bram.presses('Afsluiten', { handover: 'welzijnswerk (CAW, JAC)' }, offer());
    await stage.settled();
    expect(lastReply(cast.clb, reference).text).toContain(
      'is afgesloten op ma 25 jan.: warme overdracht aan welzijnswerk',
    );
    expect(post().text).toContain('Traject afgesloten op ma 25 jan.');
    expect(await clocks()).toEqual([]);
    cast.bram.reloads();
    await cast.bram.presses('Traject', {}, offer());
    await cast.bram.presses('Heropenen', {}, offer());
    await stage.settled();
    expect(post().text).toContain('Traject loopt sinds di 5 jan.');
    cast.bram.reloads();
    await cast.bram.presses('Traject', {}, offer());
    await cast.bram.presses('Afsluiten', {}, offer());
    await cast.bram.presses('Afsluiten', { outcome: 'heraansluiting op korte termijn' }, offer());
    await stage.settled();
    expect(await clocks()).toEqual([]);
  });

  it('after its end the CLB refers on with everything carried over', async () => {
    cast.an.reloads();
    await refersOn(cast.an, { on: post() }, 'Laat het Meldpunt kiezen', 'Aanmelden');
    await stage.settled();
    const trails = await stage.database.kysely.selectFrom('referral').select(['trailId', 'state']).execute();
    expect(trails.map(({ state }) => state).sort()).toEqual(['completed', 'held']);
    expect(new Set(trails.map(({ trailId }) => trailId)).size).toBe(1);
  });

  it('what was lost is made again by the nightly run', async () => {
    reference = await refers(stage, cast.an, pupilNamed('Twee'));
    await cast.bram.presses('Plaats', {}, offer());
    await stage.settled();
    const before = await clocks();
    await stage.database.kysely.deleteFrom('due').where('key', 'like', 'trajectory:%').execute();
    await cast.dirk.says('alles nakijken', cast.desk);
    await stage.settled();
    expect(await clocks()).toEqual(before);
    await stage.database.kysely.deleteFrom('trajectory').where('state', '=', 'awaited').execute();
    await cast.dirk.says('alles nakijken', cast.desk);
    await stage.settled();
    expect(await clocks()).toHaveLength(1);
  });
});
