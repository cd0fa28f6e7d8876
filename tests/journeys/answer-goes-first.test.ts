import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { hurry } from '../support/hurry.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const inAnHour = { status: 429, headers: { 'retry-after': '3600' } };

describe.each(engines)('somebody asks something while an older message to the same place waits, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  it('answers the words at once, in their order, and sends the older message when its time has come', async () => {
    const { an, bram, clb, naft } = cast;
    const fault = stage.teams.goesWrong(inAnHour, { in: clb, on: 'post' });
    await bram.presses('Gecontacteerd', {}, { in: naft, reading: reference });
    await fault.arrived;
    const before = clb.messages.length;
    await an.says('help', clb);
    await an.says('wie bent u', clb);
    const answered = () => clb.messages.slice(before).filter(({ author }) => author === 'bot');
    await stage.teams.until(() => answered().length === 2, 'both are answered');
    const told = () =>
      clb.repliesTo(clb.botPosts.find((post) => post.text.includes(reference))!).map(({ summary }) => summary);
    expect(told()).not.toContainEqual(expect.stringContaining('nam contact op'));
    await hurry(stage);
    await stage.settled();
    expect(told()).toContainEqual(expect.stringContaining('nam contact op'));
  });
});
