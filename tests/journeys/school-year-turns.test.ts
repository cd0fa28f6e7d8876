import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRead } from '../../src/platform/storage/read.js';
import { engineInTurn } from '../support/database.js';
import { postOf, pupilNamed, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';
/** Local midnight of the first day of a school year, in summer time. */
const first = (year: number): Date => new Date(`${year}-08-31T22:00:00Z`);

describe.each(engineInTurn(import.meta.url))('the year turns on 31 August, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let before: string;
  let after: string;
  beforeAll(async () => {
    stage = await openStage(engine, new Date('2027-08-30T08:00:00Z'));
    cast = await linkedCast(stage);
    before = await refers(stage, cast.an, pupilNamed('Augustus'));
  });
  afterAll(() => stage.close());

  const counted = async (from: Date, until: Date): Promise<number> => {
    const { database, sealer } = stage.app.parts;
    const figures = await createRead(database.kysely, sealer, stage.clock.now()).figures({ from, until });
    return figures['registered-by-region'].reduce((sum, { count }) => sum + count, 0);
  };
  const offered = async (): Promise<string> => {
    await cast.an.says(`aanbod ${naftName}`);
    await stage.settled();
    return cast.an.reads(cast.an.personal).split('\n\n').at(-1)!;
  };

  it('a service that is full says until 31 August, to everybody, also in the last hour of that day', async () => {
    await cast.bram.presses('Volzet', {}, { on: postOf(cast.naft, before) });
    await cast.bram.presses('Volzet melden', {}, { on: postOf(cast.naft, before) });
    await stage.settled();
    expect(postOf(cast.clb, before).text).toContain('is volzet tot en met di 31 aug.');
    await until(stage, '2027-08-31T21:59:00Z');
    expect(await offered()).toMatch(/volzet tot/i);
  });

  it('a minute later it is not full any more, and nobody promised a place: that is asked when the desk works', async () => {
    await until(stage, '2027-08-31T22:01:00Z');
    expect(await offered()).not.toMatch(/volzet tot/i);
    const asked = () => cast.naft.botPosts.filter(({ text }) => text.includes('[Ja, weer open]')).length;
    expect(asked()).toBe(0);
    await until(stage, '2027-09-01T08:00:00Z');
    expect(asked()).toBe(1);
    expect(postOf(cast.clb, before).text).toContain('was volzet tot en met di 31 aug.');
  });

  it('the numbers go on: they are of the year in which one refers, not of the school year', async () => {
    after = await refers(stage, cast.an, pupilNamed('September'));
    expect([before, after]).toEqual(['2027-0001', '2027-0002']);
    await until(stage, '2028-01-03T09:00:00Z');
    expect(await refers(stage, cast.an, pupilNamed('Januari'))).toBe('2028-0001');
  });

  it('each is counted once, in the school year in which it was registered', async () => {
    expect(await counted(first(2026), first(2027))).toBe(1);
    expect(await counted(first(2027), first(2028))).toBe(2);
  });

  it('who was full and chose nothing still waits for an answer, with an owner and a date', async () => {
    await cast.dirk.says('alles nakijken', cast.desk);
    await stage.settled();
    expect(cast.desk.botPosts.at(-1)?.text).toContain('Zonder volgende stap: 0');
    expect(postOf(cast.clb, before).text).toContain('was volzet tot en met di 31 aug. 2027');
  });
});
