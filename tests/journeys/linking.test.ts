import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { pressed } from '../support/fake-teams/front-door.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('linking channels, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('tells each channel whose it is', () => {
    expect(cast.an.sees({ in: cast.clb })).toContain('Nu gekoppeld aan CLB Voorbeeld Leuven');
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

  it('a card from when a channel was called a place still opens its form and unlinks', async () => {
    const { bram, naft } = cast;
    const { id } = await stage.database.kysely
      .selectFrom('channel')
      .select('id')
      .where('conversationId', '=', naft.id)
      .executeTakeFirstOrThrow();
    const press = async (verb: string, data: object) =>
      pressed(
        await bram.invokes(
          'adaptiveCard/action',
          { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
          naft,
        ),
      );
    expect((await press('open-form', { form: 'unlink-place', placeId: id })).text).toContain('Ja, ontkoppelen');
    expect((await press('show', { view: 'linked-place', placeId: id })).text).toContain('Nu gekoppeld');
    expect((await press('unlink-place', { placeId: id, sure: 'yes' })).text).toContain('Niet meer gekoppeld');
  });

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
