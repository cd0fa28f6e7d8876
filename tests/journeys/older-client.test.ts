import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Person, Conversation } from '../support/fake-teams/index.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const kept = 'Uw actie is bewaard, maar deze versie van Teams kan het formulier niet tonen.';

describe.each(engineInTurn(import.meta.url))('a client that knows only Action.Submit, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  /** Presses, and gives what is said to it in the conversation; nothing else is answered. */
  async function hears(who: Person, where: Conversation, title: string, more: object = {}): Promise<string> {
    const before = where.messages.length;
    await who.presses(title, {}, { in: where, olderClient: true, ...more });
    await stage.settled();
    const said = where.messages.slice(before).filter(({ author }) => author === 'bot');
    expect(said).toHaveLength(1);
    return said[0]!.text;
  }
  const state = async () =>
    (await stage.database.kysely.selectFrom('referral').select('state').executeTakeFirstOrThrow()).state;

  it('hears where to open a form, and nothing changes', async () => {
    const said = await hears(cast.bram, cast.naft, 'Wachtlijst', { verb: 'open-form' });
    expect(said).toContain('Open dit gesprek in de nieuwste Teams');
    expect(said).not.toContain('bewaard');
    expect(await state()).toBe('delivered');
  });

  it('hears that it was stored when it was', async () => {
    const said = await hears(cast.bram, cast.naft, 'Gecontacteerd');
    expect(said).toContain(kept);
    expect(said).not.toContain('Dat lukt niet');
    expect(await state()).toBe('contacted');
  });

  it('hears why it was refused', async () => {
    const { an, clb } = cast;
    await an.says('ontkoppelen', clb);
    await stage.settled();
    await an.presses('Formulier openen', {}, { in: clb });
    const before = an.message({ in: clb });
    await an.presses('Ja, ontkoppelen', {}, { in: clb });
    await stage.settled();
    an.reloads();
    expect(await hears(an, clb, 'Formulier openen', { on: before })).toContain('Dit kanaal is nog niet gekoppeld.');
  });

  it('hears what was wrong, and that nothing was stored', async () => {
    const { dirk, desk } = cast;
    await dirk.says('koppelcode', desk);
    await stage.settled();
    await dirk.presses('Formulier openen', {}, { in: desk });
    const said = await hears(dirk, desk, 'Code maken');
    expect(said).toContain('Er is niets bewaard.');
    expect(said).toContain('Kies de organisatie voor wie de code is.');
  });

  it('gets what can also be typed as if it was typed', async () => {
    const { bram, naft } = cast;
    await bram.says('help', naft);
    await stage.settled();
    const said = await hears(bram, naft, 'Werklijst');
    expect(said).toContain('2026-0001');
  });

  it('hears the number to quote when it goes wrong with us', async () => {
    const { bram, naft } = cast;
    await stage.database.kysely.schema.alterTable('event').renameTo('event_away').execute();
    const said = await hears(bram, naft, 'Plaats', { reading: '2026-0001' }).finally(() =>
      stage.database.kysely.schema.alterTable('event_away').renameTo('event').execute(),
    );
    expect(said).toContain('Er ging bij ons iets mis');
  });
});
