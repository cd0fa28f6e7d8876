import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { everythingInClear, lastReply, postOf, pupilNamed, thread, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';

describe.each(engineInTurn(import.meta.url))('after a place comes the round table, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const placed = async (pupil: string): Promise<void> => {
    reference = await refers(stage, cast.an, pupilNamed(pupil));
    await cast.bram.presses('Plaats', {}, offer());
    await stage.settled();
  };
  const offer = () => ({ on: postOf(cast.naft, reference) });
  /** The card of the round table in the thread of a side. */
  const card = (where: Cast['clb']) => ({
    on: thread(where, reference).find(({ text }) => text.includes('Rondetafelmoment bij de opstart'))!,
  });
  const file = async (): Promise<string> => {
    return (await fetch(cast.an.link('In mijn agenda', card(cast.clb)))).text();
  };
  const clocks = async (): Promise<string[]> =>
    (await stage.database.kysely.selectFrom('due').select('key').execute())
      .map(({ key }) => key)
      .filter((key) => key.startsWith('round-table:'))
      .sort();

  it('asks who organises to plan it, by a day, and tells the other side so', async () => {
    await placed('Een');
    expect(postOf(cast.naft, reference).text).toContain('Plan het rondetafelmoment tegen ma 23 nov.');
    expect(postOf(cast.clb, reference).text).toContain(`${naftName} plant het rondetafelmoment tegen ma 23 nov.`);
    expect(cast.an.buttons({ on: postOf(cast.clb, reference) })).not.toContain('Rondetafelmoment plannen');
  });

  it('is planned on one card; what is wrong stands at its field and nothing typed is lost', async () => {
    await cast.bram.presses('Rondetafelmoment plannen', {}, offer());
    const wrong = { on: '2026-11-02', at: '14:30', location: 'bij Jan Peeters thuis' };
    const past = await cast.bram.presses('Uitnodigen', wrong, offer());
    expect(past.text).toContain('Kies een moment dat nog moet komen.');
    const named = await cast.bram.presses('Uitnodigen', { on: '2026-11-24' }, offer());
    expect(named.text).toContain('Zet hier alleen een adres of een lokaal');
    await cast.bram.presses('Uitnodigen', { location: 'lokaal 3' }, offer());
    await stage.settled();
    for (const where of [cast.clb, cast.naft])
      expect(card(where).on.text).toContain('Gepland: di 24 nov., 14.30–15.30 u.');
    expect(card(cast.clb).on.text).toContain('op school, lokaal 3');
    expect(postOf(cast.clb, reference).text).toContain('Rondetafelmoment: di 24 nov., 14.30–15.30 u.');
    expect(await file()).toContain('SEQUENCE:0');
    expect(await file()).not.toMatch(/Een|Peeters|Bram/);
    expect(await everythingInClear(stage)).not.toContain('bij Jan Peeters thuis');
  });

  it('moves: the CLB reads old and new, calendars take over the new one; only who organises may', async () => {
    expect(cast.an.buttons(card(cast.clb))).not.toContain('Verplaatsen');
    await cast.bram.presses('Verplaatsen', {}, card(cast.naft));
    await cast.bram.presses('Verplaatsen', { on: '2026-11-26' }, card(cast.naft));
    await stage.settled();
    expect(lastReply(cast.clb, reference).text).toContain(
      'Het rondetafelmoment van di 24 nov., 14.30 u. is verplaatst naar do 26 nov., 14.30 u.',
    );
    expect(lastReply(cast.clb, reference).mentions).toEqual([cast.an.teamsId]);
    expect(await file()).toContain('SEQUENCE:1');
    expect(await file()).toContain('DTSTART;TZID=Europe/Brussels:20261126T143000');
  });

  it('is told the day before on both sides, and asked about the day after; the question becomes its answer', async () => {
    await until(stage, '2026-11-25T08:01:00Z');
    for (const where of [cast.clb, cast.naft])
      expect(lastReply(where, reference).text).toContain('Morgen is het rondetafelmoment: do 26 nov., 14.30 u.');
    await until(stage, '2026-11-27T08:01:00Z');
    const question = lastReply(cast.naft, reference);
    expect(question.text).toContain('Is dit rondetafelmoment gehouden?');
    await cast.an.presses('Gehouden', {}, card(cast.clb));
    await stage.settled();
    expect(lastReply(cast.naft, reference).text).toContain('Gehouden: do 26 nov., 14.30–15.30 u.');
    expect(postOf(cast.naft, reference).text).toContain('Is de leerling gestart?');
    expect(postOf(cast.clb, reference).text).toMatch(/laat tegen .+ weten of de leerling gestart is/);
    expect(await clocks()).toEqual([]);
  });

  it('what was lost of it is made again by the nightly run', async () => {
    await placed('Twee');
    const before = await clocks();
    expect(before).toEqual([expect.stringMatching(/:follow-up$/)]);
    await stage.database.kysely.deleteFrom('due').where('key', 'like', 'round-table:%').execute();
    await cast.dirk.says('alles nakijken', cast.desk);
    await stage.settled();
    expect(await clocks()).toEqual(before);
    await stage.database.kysely.deleteFrom('due').where('key', 'like', 'round-table:%').execute();
    await stage.database.kysely.deleteFrom('roundTable').where('state', '=', 'to-plan').execute();
    await cast.dirk.says('alles nakijken', cast.desk);
    await stage.settled();
    expect(await clocks()).toHaveLength(1);
  });

  it('is handed over to the CLB, called off, and ends with the place', async () => {
    await placed('Drie');
    cast.bram.reloads();
    await cast.bram.presses('Rondetafelmoment plannen', {}, offer());
    await cast.bram.presses('Terug', {}, offer());
    await cast.bram.presses('Het CLB laten plannen', {}, offer());
    await stage.settled();
    expect(lastReply(cast.clb, reference).text).toContain('wordt nu door CLB Voorbeeld Leuven gepland');
    const post = { on: postOf(cast.clb, reference) };
    await cast.an.presses('Rondetafelmoment plannen', {}, post);
    await cast.an.presses('Uitnodigen', { on: '2027-01-12' }, post);
    await stage.settled();
    await cast.an.presses('Afgelasten', {}, card(cast.clb));
    await cast.an.presses('Afgelasten', {}, card(cast.clb));
    await stage.settled();
    expect(lastReply(cast.naft, reference).text).toContain(
      'Het rondetafelmoment van di 12 jan. 2027, 14 u. is afgelast.',
    );
    expect(card(cast.clb).on.text).toContain('Uit uw agenda halen');
    cast.an.reloads();
    await cast.an.presses('Rondetafelmoment plannen', {}, { on: postOf(cast.clb, reference) });
    await cast.an.presses('Uitnodigen', { on: '2027-01-19' }, { on: postOf(cast.clb, reference) });
    await stage.settled();
    cast.an.reloads();
    await cast.an.presses('Intrekken', {}, { on: postOf(cast.clb, reference) });
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, { on: postOf(cast.clb, reference) });
    await stage.settled();
    expect(thread(cast.naft, reference).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('gaat niet door, want de aanmelding loopt hier niet verder'),
    );
    expect((await clocks()).length).toBe(1);
  });
});
