import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { choice, postOf, pupilNamed } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('somebody falls ill, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  const references: string[] = [];
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    for (const name of ['Een', 'Twee']) references.push(await refers(stage, cast.an, pupilNamed(name)));
    for (const reference of references)
      await cast.bram.presses('Gecontacteerd', {}, { on: postOf(cast.naft, reference) });
    await stage.settled();
    await cast.bea.says('help', cast.naft);
    await stage.settled();
  });
  afterAll(() => stage.close());

  it('a colleague takes over everything in one press; the other side reads whom to call now', async () => {
    await cast.bea.says('overdragen', cast.naft);
    await stage.settled();
    await cast.bea.presses('Formulier openen', {}, { in: cast.naft });
    const which = { in: cast.naft };
    const from = choice(cast.bea, which, 'from', 'Bram Claes · 2 aanmeldingen');
    const done = await cast.bea.presses('Overdragen', { from, to: choice(cast.bea, which, 'to', 'Bea Maes') }, which);
    expect(done.text).toContain('Bea Maes neemt 2 aanmeldingen over van Bram Claes.');
    await stage.settled();
    for (const reference of references) {
      expect(postOf(cast.naft, reference).text).toContain('Bea Maes');
      expect(postOf(cast.clb, reference).text).toContain('Bea Maes');
      expect(postOf(cast.clb, reference).text).not.toContain('Bram Claes');
    }
    const told = cast.naft.botPosts.filter(({ text }) => text.includes('neemt 2 aanmeldingen over'));
    expect(told.map(({ mentions }) => mentions)).toEqual([[cast.bea.teamsId]]);
  });

  it('who was away reads what others did, once', async () => {
    await cast.an.says('bijpraten');
    await stage.settled();
    const card = cast.an.personal.botPosts.at(-1);
    expect(card?.text).toContain('contact opgenomen (Bram Claes)');
    const seen = await cast.an.presses('Gezien', {}, { in: cast.an.personal });
    expect(seen.text).toContain('Niemand anders deed iets met uw aanmeldingen.');
  });

  it('who leaves the team is noticed: the team is told, then the Meldpunt, which hands over in its name', async () => {
    await stage.teams.leaves(cast.bea, cast.naft, cast.bram);
    await stage.settled();
    await stage.later(24 * hour);
    const told = () => cast.naft.botPosts.filter(({ text }) => text.includes('Bea Maes is niet meer in het team'));
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain('2 aanmeldingen staan nog op naam van Bea Maes');
    await stage.later(6 * 24 * hour);
    expect(told()).toHaveLength(1);
    expect(cast.desk.botPosts.filter(({ text }) => text.includes('Bea Maes is niet meer in het team'))).toHaveLength(1);

    await cast.dirk.says('overdragen', cast.desk);
    await stage.settled();
    const which = { in: cast.desk };
    await cast.dirk.presses('Formulier openen', {}, which);
    await cast.dirk.presses('Werk van Bea Maes overdragen', {}, which);
    const to = choice(cast.dirk, which, 'to', 'Bram Claes');
    const done = await cast.dirk.presses('Overdragen', { to }, which);
    expect(done.text).toContain('Bram Claes neemt 2 aanmeldingen over van Bea Maes.');
    await stage.settled();
    for (const reference of references) expect(postOf(cast.clb, reference).text).toContain('Bram Claes');
    expect(told()).toEqual([]);
    expect(
      cast.naft.botPosts.filter(({ text }) => text.includes('geen aanmeldingen meer op naam van Bea')),
    ).toHaveLength(1);
  });
});

const hour = 3_600_000;
