import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pressed } from '../support/fake-teams/front-door.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const reached = '016 00 00 00';

describe('somebody whom no linked team knows', () => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage('embedded');
    cast = await linkedCast(stage);
    await stage.database.kysely
      .updateTable('organisation')
      .set({ phone: reached, email: 'meldpunt@voorbeeld.example' })
      .where('kind', '=', 'desk')
      .execute();
  });
  afterAll(() => stage.close());

  it.each(['hallo', 'help', 'aanmelden', 'werklijst', 'signaal'])(
    'reads after “%s” in the own chat whom to ask, and what anybody may read',
    async (words) => {
      const eve = stage.teams.person('Eve Vandamme');
      await eve.says(words);
      await stage.settled();
      const read = eve.sees({ in: eve.personal });
      expect(read).toContain(reached);
      expect(read).toContain('meldpunt@voorbeeld.example');
      expect(read).toContain('“hulplijnen”');
    },
  );

  it('can press for it as well, and hears the same on a press', async () => {
    const eve = stage.teams.person('Eve Vandamme');
    await eve.says('hallo');
    await stage.settled();
    expect(eve.buttons()).toEqual(expect.arrayContaining(['Koppelen', 'Aanbod', 'Hulplijnen', 'Help']));
    const value = { action: { type: 'Action.Execute', verb: 'start-intake', data: {} }, trigger: 'manual' };
    expect(pressed(await eve.invokes('adaptiveCard/action', value)).text).toContain(reached);
  });

  it.each(['hallo', 'help', 'werklijst'])('reads it after “%s” in a channel that is not linked', async (words) => {
    const eve = stage.teams.person('Eve Vandamme');
    const stray = stage.teams.team(`Team ${words}`, { people: [eve] }).general;
    await eve.says(words, stray);
    await stage.settled();
    expect(eve.sees({ in: stray })).toContain(reached);
  });

  it('who is in a team reads no more than before', async () => {
    await cast.an.says('help');
    await stage.settled();
    expect(cast.an.sees({ in: cast.an.personal })).not.toContain(reached);
  });
});
