import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { lastReply, postOf, postsNamed, pupilNamed, thread, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engines)('half days are counted each week, if need be by phone, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let references: string[];
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    references = [
      await refers(stage, cast.an, pupilNamed('Een')),
      await refers(stage, cast.an, pupilNamed('Twee')),
      await refers(stage, cast.an, pupilNamed('Drie')),
    ];
    for (const reference of references) {
      await cast.bram.presses('Plaats', {}, { on: postOf(cast.naft, reference) });
      await stage.settled();
    }
    await until(stage, '2027-01-05T09:00:00Z');
    cast.bram.reloads();
    for (const reference of references) {
      const offer = { on: postOf(cast.naft, reference) };
      await cast.bram.presses('Gestart', {}, offer);
      await cast.bram.presses('Gestart', {}, offer);
      await stage.settled();
    }
  });
  afterAll(() => stage.close());

  const asks = (where: Cast['naft'], week: string) => postsNamed(where, `Halve dagen, week van ${week}`);
  const offer = () => ({ on: postOf(cast.naft, references[0]!) });
  const clbPost = () => postOf(cast.clb, references[0]!);

  it('on Friday one card for everybody who runs, a number each, one submit', async () => {
    await until(stage, '2027-01-08T14:00:00Z');
    expect(asks(cast.naft, 'ma 4 jan.')).toHaveLength(1);
    const [asked] = asks(cast.naft, 'ma 4 jan.');
    expect(asked!.text).toContain('In te vullen tegen di 12 jan.');
    await cast.bram.presses('Bewaren', { count1: '4', count2: '3', count3: '2' }, { on: asked! });
    await stage.settled();
    expect(asked!.text).toContain('Week van ma 4 jan.: 9 halve dagen van 3 leerlingen.');
    expect(clbPost().text).toContain('· 4 halve dagen');
  });

  it('the next week what was filled in stands there; who pauses is not asked', async () => {
    cast.bram.reloads();
    await cast.bram.presses('Traject', {}, { on: postOf(cast.naft, references[2]!) });
    await cast.bram.presses('Pauzeren', {}, { on: postOf(cast.naft, references[2]!) });
    await cast.bram.presses('Pauzeren', { until: '2027-02-12' }, { on: postOf(cast.naft, references[2]!) });
    await stage.settled();
    await until(stage, '2027-01-15T14:00:00Z');
    const [asked] = asks(cast.naft, 'ma 11 jan.');
    expect(asked!.text).not.toContain(references[2]);
    await cast.bram.presses('Bewaren', {}, { on: asked! });
    await stage.settled();
    expect(asked!.text).toContain('7 halve dagen van 2 leerlingen.');
  });

  it('nobody counts: a reminder, then the desk, which hears it by phone and fills it in', async () => {
    for (const day of ['22', '26', '28']) await until(stage, `2027-01-${day}T14:00:00Z`);
    expect(asks(cast.naft, 'ma 18 jan.')).toHaveLength(2);
    const [left] = asks(cast.desk, 'ma 18 jan.');
    expect(left!.text).toContain('vulde dit niet in');
    await cast.dirk.presses('Bewaren', { count1: '5', count2: '1' }, { on: left! });
    await stage.settled();
    for (const card of [left!, ...asks(cast.naft, 'ma 18 jan.')])
      expect(card.text).toContain('6 halve dagen van 2 leerlingen. Genoteerd door het Meldpunt.');
    expect(clbPost().text).toContain('· 13 halve dagen');
  });

  it('the desk hears of an absence of an earlier day, and ends a trajectory by phone', async () => {
    const onDesk = { in: cast.desk, reading: references[0]! };
    await cast.dirk.says(`status ${references[0]!}`, cast.desk);
    await stage.settled();
    await cast.dirk.presses('Traject', {}, onDesk);
    await cast.dirk.presses('Afwezigheid verbeteren', {}, onDesk);
    await cast.dirk.presses('Bewaren', { on: '2027-01-26', part: 'Nee, in de voormiddag niet' }, onDesk);
    await stage.settled();
    const told = thread(cast.clb, references[0]!).at(-1)!.text;
    expect(told).toContain('afwezig bij NAFT-Leerrecht Vlaams-Brabant Oost (voormiddag). Genoteerd door het Meldpunt.');
    expect(lastReply(cast.naft, references[0]!).text).toContain('Genoteerd door het Meldpunt.');
    await cast.dirk.presses('Afsluiten', {}, onDesk);
    await cast.dirk.presses('Afsluiten', { outcome: 'heraansluiting op korte termijn' }, onDesk);
    await stage.settled();
    expect(lastReply(cast.naft, references[0]!).text).toContain('is afgesloten op do 28 jan.');
    expect(offer().on.text).toContain('Traject afgesloten op do 28 jan.');
  });
});
