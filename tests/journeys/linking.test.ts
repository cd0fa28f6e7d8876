import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storyEngines } from '../support/database.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(storyEngines)('linking places, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('tells each place whose it is', () => {
    expect(cast.an.sees({ in: cast.clb })).toContain('Dit is nu de plaats van CLB Voorbeeld Leuven');
    expect(cast.bram.sees({ in: cast.naft })).toContain('NAFT-Leerrecht Vlaams-Brabant Oost');
  });

  it('knows a member of a linked team in personal chat', async () => {
    await cast.an.says('help');
    await stage.settled();
    expect(cast.an.buttons()).toContain('Aanmelden');
  });

  it.each(['aanmelden', 'werklijst', 'status 2026-0001', 'meldpunt', 'wachtlijst', 'koppelcode'])(
    'in a channel that is not linked, “%s” hears only how to link',
    async (words) => {
      const { teams } = stage;
      const eve = teams.person('Eve Vandamme');
      const stray = teams.team(`Team ${words}`, { people: [eve] }).general;
      await eve.says(words, stray);
      await stage.settled();
      expect(eve.sees({ in: stray })).toContain('nog niet gekoppeld');
    },
  );

  it('a card from before the unlinking hears it as well', async () => {
    const { an, clb } = cast;
    await an.says('help', clb);
    await stage.settled();
    const before = an.message({ in: clb });
    await an.says('ontkoppelen', clb);
    await stage.settled();
    await an.presses('Formulier openen', {}, { in: clb });
    await an.presses('Ja, ontkoppelen', {}, { in: clb });
    await stage.settled();
    const answer = await an.presses('Werklijst', {}, { on: before });
    expect(answer.text).toContain('nog niet gekoppeld');
  });
});
