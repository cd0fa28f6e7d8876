import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refers } from '../support/refer.js';
import { link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe('an organisation that moves to another channel', () => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage('embedded', undefined, { withoutPauses: true });
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('given an answer that came while it had none, then the post and the answer under it follow to the new one', async () => {
    const { an, bram, clb, naft } = cast;
    const reference = await refers(stage, an);
    await an.says('ontkoppelen', clb);
    await stage.settled();
    await an.presses('Formulier openen', {}, { in: clb });
    await an.presses('Ja, ontkoppelen', {}, { in: clb });
    await stage.settled();
    await bram.presses('Gecontacteerd', {}, { in: naft, reading: reference });
    await stage.settled();
    expect(cast.desk.botPosts.filter(({ summary }) => summary.includes('niet bezorgd'))).toHaveLength(1);
    expect(cast.dirk.reads(cast.desk)).toContain('Het bericht wacht tot er opnieuw een kanaal gekoppeld is');
    const where = stage.teams.team('CLB Voorbeeld, nieuw', { people: [an] }).general;
    await link(stage, cast, { who: an, where, organisation: 'CLB Voorbeeld Leuven (CLB)' });
    const [post, ...more] = where.botPosts.filter(({ text }) => text.includes(reference));
    expect(more).toEqual([]);
    expect(post!.text).toContain('Gecontacteerd');
    expect(where.repliesTo(post!).map(({ summary }) => summary)).toEqual([expect.stringContaining('nam contact op')]);
  });
});
