import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { pressed } from '../support/fake-teams/front-door.js';
import type { Conversation } from '../support/fake-teams/index.js';
import { ordinary, refers } from '../support/refer.js';
import { addOrganisation, clbExample, link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import type { OrganisationId } from '../../src/domain/ids.js';

const second = {
  ...clbExample,
  id: '00000000-0000-4000-8000-0000000c1b02' as OrganisationId,
  name: 'CLB De Wegwijzer',
};

describe.each(engineInTurn(import.meta.url))('what Teams tells of teams and channels, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  /** A second channel of the provider's team, linked to a CLB. */
  let other: Conversation;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    const { teams } = stage;
    const team = teams.team('Samen', { people: [cast.bram], channels: ['Aanmeldingen', 'Kletskanaal'] });
    other = team.channel('Aanmeldingen');
    await addOrganisation(stage, second);
    await link(stage, cast, { who: cast.bram, where: other, organisation: 'CLB De Wegwijzer (CLB)' });
  });
  afterAll(() => stage.close());

  const stateOf = async ({ id }: Conversation) =>
    (
      await stage.database.kysely
        .selectFrom('channel')
        .select('state')
        .where('conversationId', '=', id)
        .executeTakeFirstOrThrow()
    ).state;
  const atDesk = () => cast.dirk.reads(cast.desk);

  it.each(['deletes', 'disallowsBot'] as const)(
    'given a neighbour of the linked channel that Teams %s, then the linked one stays',
    async (what) => {
      const before = cast.desk.messages.length;
      await stage.teams[what](cast.bram, other.team!.channel('Kletskanaal'));
      await stage.settled();
      expect(await stateOf(other)).toBe('linked');
      expect(cast.desk.messages).toHaveLength(before);
    },
  );

  it('given the linked channel itself that is deleted and put back, then it is linked again without a code, and the desk reads both', async () => {
    await stage.teams.deletes(cast.bram, other);
    await stage.settled();
    expect(await stateOf(other)).toBe('suspended');
    expect(await stateOf(cast.naft)).toBe('linked');
    expect(atDesk()).toContain('CLB De Wegwijzer heeft een kanaal verloren');
    await stage.teams.restores(cast.bram, other);
    await stage.settled();
    expect(await stateOf(other)).toBe('linked');
    expect(atDesk()).not.toContain('CLB De Wegwijzer heeft een kanaal verloren');
    expect(atDesk().match(/CLB De Wegwijzer heeft zijn kanaal terug/g)).toHaveLength(2);
    expect(atDesk()).toContain('CLB De Wegwijzer is gekoppeld');
    await stage.teams.restores(cast.bram, other);
    await stage.settled();
    expect(atDesk().match(/CLB De Wegwijzer heeft zijn kanaal terug/g)).toHaveLength(2);
  });

  it('given a channel that was deleted by itself, then a team that comes back does not bring it back; the channel itself does', async () => {
    await stage.teams.deletes(cast.bram, other);
    await stage.settled();
    await stage.teams.restores(cast.bram, other.team!);
    await stage.settled();
    expect(await stateOf(other)).toBe('suspended');
    await stage.teams.restores(cast.bram, other);
    await stage.settled();
    expect(await stateOf(other)).toBe('linked');
    await stage.teams.deletes(cast.bram, other.team!);
    await stage.settled();
    await stage.teams.restores(cast.bram, other.team!);
    await stage.settled();
    expect(await stateOf(other)).toBe('linked');
  });

  it('given a team that was deleted while a referral was on its way, then the provider reads it when the team is back', async () => {
    const team = cast.naft.team!;
    await stage.teams.deletes(cast.bram, team);
    await stage.settled();
    const reference = await refers(stage, cast.an, ordinary);
    await stage.settled();
    expect(cast.naft.botPosts.some(({ text }) => text.includes(reference))).toBe(false);
    await stage.teams.restores(cast.bram, team);
    await stage.settled();
    expect(cast.naft.botPosts.filter(({ text }) => text.includes(reference))).toHaveLength(1);
    await cast.bram.says('werklijst', cast.naft);
    await stage.settled();
    expect(cast.bram.sees({ in: cast.naft })).toContain(reference);
  });

  it('given a channel that somebody unlinked, then a restored team does not link it', async () => {
    await cast.bram.says('ontkoppelen', other);
    await stage.settled();
    await cast.bram.presses('Formulier openen', {}, { in: other });
    await cast.bram.presses('Ja, ontkoppelen', {}, { in: other });
    await stage.settled();
    await stage.teams.restores(cast.bram, other.team!);
    await stage.settled();
    expect(await stateOf(other)).toBe('unlinked');
  });

  it.each(['my-details', 'open-drafts', 'line-list', 'service-list', 'digest', 'what-happened', 'welcome'])(
    'given a channel that is not linked, then “%s” opens nothing there: it hears how to link',
    async (view) => {
      const value = {
        action: { type: 'Action.Execute', verb: 'show', data: { view, scope: 'personal', kinds: ['clb'] } },
      };
      const { text } = pressed(await cast.bram.invokes('adaptiveCard/action', value, other));
      expect(text).toContain('nog niet gekoppeld');
      expect(text).not.toContain('Aanmelden');
    },
  );
});
