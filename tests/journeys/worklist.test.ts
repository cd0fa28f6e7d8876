import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { choice, postOf, pupilNamed } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('deciding from the worklist, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let first: string;
  let second: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    first = await refers(stage, cast.an, pupilNamed('Een'));
    second = await refers(stage, cast.an, pupilNamed('Twee'));
    for (const reference of [first, second]) {
      const offer = { on: postOf(cast.naft, reference) };
      await cast.bram.presses('Wachtlijst', {}, offer);
      await cast.bram.presses('Op de wachtlijst zetten', { kept: 'nog niet gevraagd' }, offer);
    }
    await stage.settled();
    await cast.an.says('werklijst', cast.an.personal);
    await stage.settled();
  });
  afterAll(() => stage.close());

  const here = () => ({ in: cast.an.personal });
  const opensRow = (reference: string) => cast.an.presses('Bekijken', {}, { ...here(), row: reference });

  it('a row opens the card with its choices and a way back', async () => {
    const opened = await opensRow(first);
    expect(opened.text).toContain('[Ja, op de wachtlijst]');
    expect(opened.text).toContain('[Terug]');
    const list = await cast.an.presses('Terug', {}, here());
    expect(list.text).toContain('Beslis nu · 2');
  });

  it('a decision is answered with the list as it stands then', async () => {
    await opensRow(first);
    const list = await cast.an.presses('Ja, op de wachtlijst', {}, here());
    expect(list.text).toContain('Bewaard.');
    expect(list.text).toContain('Beslis nu · 1');
    expect(list.text).toContain('Loopt · 1');
  });

  it('a form on the way leads back too, and what it did is said above the list', async () => {
    await opensRow(second);
    await cast.an.presses('Intrekken', {}, here());
    const wrong = await cast.an.presses('Intrekken', {}, here());
    expect(wrong.text).toContain('Nog 1 ding na te kijken');
    const reason = choice(cast.an, here(), 'reason', 'vergissing');
    const list = await cast.an.presses('Intrekken', { reason }, here());
    expect(list.text).toContain('De aanmelding is ingetrokken.');
    expect(list.text).not.toContain('Beslis nu');
  });

  it('opening the file does not lead away from it', async () => {
    await opensRow(first);
    const file = await cast.an.presses('Bekijken', {}, here());
    expect(file.text).toContain('Alleen u ziet dit');
    await cast.an.presses('Sluiten', {}, here());
    const list = await cast.an.presses('Terug', {}, here());
    expect(list.text).toContain('Loopt · 1');
  });

  it('the provider answers from its own list', async () => {
    const third = await refers(stage, cast.an, pupilNamed('Drie'));
    await cast.bram.says('werklijst', cast.naft);
    await stage.settled();
    const [list] = cast.naft.botPosts.filter(({ text }) => text.includes('Beslis nu · 1'));
    await cast.bram.presses('Bekijken', {}, { on: list!, row: third });
    const after = await cast.bram.presses('Gecontacteerd', {}, { on: list! });
    expect(after.text).toContain(third);
    expect(after.text).toContain('Bewaard.');
  });
});
