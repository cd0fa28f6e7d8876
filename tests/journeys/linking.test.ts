import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engines)('linking places, on %s', (engine) => {
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
});
