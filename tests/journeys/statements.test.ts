import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ordinary, refers } from '../support/refer.js';
import { goesOn, goesTo } from '../support/walk.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** How few statements a press costs, begin and commit among them: they are what a press waits for. */
describe('statements per press', () => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage('embedded');
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  /** Statements that the presses of a verb took so far, and how many presses there were. */
  const tally = async (verb: string) => {
    const { values } = await stage.app.meters.statements.get();
    const of = (name: string) =>
      values.find((one) => one.metricName === `meldpunt_press_statements_${name}` && one.labels.verb === verb)?.value ??
      0;
    return { sum: of('sum'), count: of('count') };
  };

  const costOf = async (verb: string, press: () => Promise<unknown>): Promise<number> => {
    const before = await tally(verb);
    await press();
    const after = await tally(verb);
    expect(after.count).toBe(before.count + 1);
    return after.sum - before.sum;
  };

  it('the status card: at most 4', async () => {
    expect(await refers(stage, cast.an)).toMatch(/^2026-/);
    const cost = await costOf('other', () => cast.bram.presses('Wachtlijst', {}, { in: cast.naft }));
    expect(cost).toBeLessThanOrEqual(4);
  });

  it('a worker’s own work list, with everybody’s hints: at most 4', async () => {
    await cast.an.says('werklijst');
    await stage.settled();
    const cost = await costOf('other', () => cast.an.opens(cast.an.personal));
    expect(cost).toBeLessThanOrEqual(4);
  });

  it('a provider’s answer, with everything that follows from it and its outbox: at most 12', async () => {
    cast.bram.reloads();
    const cost = await costOf('confirm-contact', () => cast.bram.presses('Gecontacteerd', {}, { in: cast.naft }));
    expect(cost).toBeLessThanOrEqual(12);
  });

  it('opening the file, with a look at who is in the team: at most 16 when Teams is asked, two less when it was just now', async () => {
    await stage.later(6 * 60_000);
    cast.bram.reloads();
    const opens = () => costOf('open-file', () => cast.bram.presses('Bekijken', {}, { in: cast.naft }));
    const asked = await opens();
    cast.bram.reloads();
    expect(asked).toBeLessThanOrEqual(16);
    expect(await opens()).toBe(asked - 2);
  });

  it('an intake step: at most 7', async () => {
    await goesTo(stage, cast.an, 'question', {
      pupil: { ...ordinary.pupil, pupilName: 'Otto Ander', birthDate: '4/5/2011' },
    });
    await stage.settled();
    const cost = await costOf('describe-question', () => goesOn(cast.an, ordinary.question));
    expect(cost).toBeLessThanOrEqual(7);
  });
});
