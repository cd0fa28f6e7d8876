import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { fillsIn } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engines)('the main story, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('a CLB worker refers a pupil in at most five presses', async () => {
    const { an, bram } = cast;
    const presses = (await fillsIn(stage, an)) + 1;
    const receipt = await an.presses('Verzenden', {}, { in: an.personal });
    expect(presses).toBeLessThanOrEqual(5);
    expect(receipt.text).toContain('2026-0001');
    expect(receipt.text).toContain('code P');
    await stage.settled();
    expect(an.sees({ in: cast.clb })).toContain('NAFT-Leerrecht Vlaams-Brabant Oost');
    expect(bram.sees({ in: cast.naft })).toContain('2026-0001');
  });

  it('the provider contacts, and the CLB’s thread knows within the same second', async () => {
    const { an, bram } = cast;
    await bram.presses('Gecontacteerd', {}, { in: cast.naft });
    await stage.settled();
    const post = cast.clb.botPosts.find((message) => JSON.stringify(message.card).includes('2026-0001'))!;
    const replies = cast.clb.repliesTo(post);
    expect(replies.at(-1)?.mentions).toContain(an.teamsId);
    expect(JSON.stringify(post.card)).toContain('Gecontacteerd');
  });

  it('the provider opens the details, for himself only', async () => {
    const { bram, bea } = cast;
    const opened = await bram.presses('Bekijken', {}, { in: cast.naft });
    expect(opened.text).toContain('Quackelbeen');
    expect(bea.reads(cast.naft)).not.toContain('Quackelbeen');
    bram.reloads();
  });
});
