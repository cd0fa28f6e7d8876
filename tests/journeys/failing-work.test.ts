import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { jsonb } from '../../src/platform/storage/rows/json.js';

const minute = 60_000;

describe.each(engines)('work that should happen by itself and always fails, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine, undefined, { withoutPauses: true });
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const row = () => stage.database.kysely.selectFrom('due').selectAll().where('key', '=', 'broken').executeTakeFirst();
  const posts = () => cast.desk.botPosts.filter(({ text }) => text.includes('report-undelivered'));
  const failing = async () =>
    (await stage.metrics()).split('\n').find((line) => line.startsWith('meldpunt_due_failing '));

  it('is tried later each time, and told to the desk once it has failed five times', async () => {
    const broken = { key: 'broken', job: 'report-undelivered', subject: jsonb<unknown>({ messageId: 5 }) };
    await stage.database.kysely.insertInto('due').values({ ...broken, at: stage.clock.now() }).execute(); // prettier-ignore
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect(posts()).toHaveLength(0);
      await stage.later(attempt === 1 ? 0 : pauses.at(-1)! * minute + 1_000);
      const { at, attempts, lastError } = (await row())!;
      expect({ attempts, lastError }).toEqual({ attempts: attempt, lastError: 'ZodError' });
      pauses.push(Math.round((at.getTime() - stage.clock.now().getTime()) / minute));
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80]);
    await stage.settled();
    expect(posts()).toHaveLength(1);
    expect(posts()[0]!.text).toContain('Lukt niet');
    expect(posts()[0]!.text).toContain('ZodError');
    expect(await failing()).toBe('meldpunt_due_failing 1');
  });

  it('is told on the same card when it goes on again', async () => {
    const subject = jsonb<unknown>({ messageId: '00000000-0000-4000-8000-0000000000aa' });
    await stage.database.kysely.updateTable('due').set({ subject }).where('key', '=', 'broken').execute();
    await stage.later(81 * minute);
    expect(await row()).toBeUndefined();
    expect(posts()).toHaveLength(1);
    expect(posts()[0]!.text).toContain('Lukt weer');
    expect(await failing()).toBe('meldpunt_due_failing 0');
  });
});
