import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Message, Person } from '../support/fake-teams/index.js';
import { ordinary, refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const minute = 60_000;
const asGuest = 'U bent gast in dit team';

describe.each(engineInTurn(import.meta.url))('guests of a linked team, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let gaby: Person;
  let post: Message;
  const name = ordinary.pupil.pupilName;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    gaby = stage.teams.person('Gaby Gast', { userRole: 'guest' });
    const reference = await refers(stage, cast.an);
    await stage.settled();
    post = cast.naft.botPosts.find(({ text }) => text.includes(reference))!;
    await stage.teams.joins(gaby, cast.naft.team!, cast.bram);
    await stage.settled();
  });
  afterAll(() => stage.close());

  const presses = async (title: string): Promise<string> => {
    gaby.reloads();
    return (await gaby.presses(title, {}, { on: post })).text;
  };

  it('read the card that stands there, and nothing opens or is done for them', async () => {
    expect(gaby.sees({ on: post })).toContain('14–15 jaar');
    for (const title of gaby
      .buttons({ on: post })
      .filter((one) => ['Bekijken', 'Plaats', 'Gecontacteerd'].includes(one))) {
      const heard = await presses(title);
      expect(heard).toContain(asGuest);
      expect(heard).not.toContain(name);
    }
    await gaby.says('werklijst', cast.naft);
    await stage.settled();
    expect(gaby.reads(cast.naft)).toContain(asGuest);
  });

  it('hear the same in their own chat, and may read what anybody may', async () => {
    await gaby.says('werklijst');
    await stage.settled();
    expect(gaby.sees({ in: gaby.personal })).toContain(asGuest);
    await gaby.says('hulplijnen');
    await stage.settled();
    expect(gaby.sees({ in: gaby.personal })).not.toContain(asGuest);
  });

  it('who presses before Teams’ roster was read is asked for first', async () => {
    const gus = stage.teams.person('Gus Gast', { userRole: 'guest' });
    cast.naft.people.add(gus);
    gus.reloads();
    await gus.says('werklijst', cast.naft);
    await stage.settled();
    expect(cast.naft.messages.at(-1)?.text).toContain(asGuest);
  });

  it('are let in per channel by the Meldpunt, which reads so in the history, and out again', async () => {
    await cast.dirk.says('organisaties', cast.desk);
    await stage.settled();
    const { channel, organisation } = await ofNaft();
    const show = async (verb: string, data: object) =>
      JSON.stringify(
        (await cast.dirk.invokes('adaptiveCard/action', { action: { type: 'Action.Execute', verb, data } }, cast.desk))
          .body,
      );
    expect(await show('show', { view: 'organisation-card', organisationId: organisation })).toContain(
      'Gasten toelaten',
    );
    expect(await show('allow-guests', { channelId: channel, allow: 'yes' })).toContain('Gasten niet meer toelaten');
    await stage.later(6 * minute);
    gaby.reloads();
    const opened = await gaby.presses('Bekijken', {}, { on: post });
    expect(opened.text).toContain(name);
    expect(await show('show', { view: 'directory-history', organisationId: organisation })).toContain('Gasten');
    await show('allow-guests', { channelId: channel, allow: 'no' });
    gaby.reloads();
    expect(await presses('Bekijken')).toContain(asGuest);
  });

  it('cannot let themselves in', async () => {
    const { channel } = await ofNaft();
    const value = {
      action: { type: 'Action.Execute', verb: 'allow-guests', data: { channelId: channel, allow: 'yes' } },
    };
    expect(JSON.stringify((await gaby.invokes('adaptiveCard/action', value, cast.naft)).body)).toContain('gast');
    expect(JSON.stringify((await cast.bram.invokes('adaptiveCard/action', value, cast.naft)).body)).toContain(
      'Meldpunt',
    );
    const row = await stage.database.kysely
      .selectFrom('channel')
      .selectAll()
      .where('id', '=', channel)
      .executeTakeFirst();
    expect(row?.guestsAllowed).toBe(false);
  });

  const ofNaft = async () => {
    const row = await stage.database.kysely
      .selectFrom('channel')
      .selectAll()
      .where('conversationId', '=', cast.naft.id)
      .executeTakeFirstOrThrow();
    return { channel: row.id, organisation: row.organisationId };
  };
});
