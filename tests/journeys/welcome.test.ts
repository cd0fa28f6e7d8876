import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Conversation } from '../support/fake-teams/index.js';
import { link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const dayMs = 24 * 3_600_000;

describe.each(engineInTurn(import.meta.url))('the welcome, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const welcomesIn = ({ botPosts }: Conversation): number =>
    botPosts.filter(({ text }) => text.includes('Meldpunt Schoolexterne Interventies') && text.includes('Help')).length;

  /** Teams tells again what it told before: the same events, under new ids, and the upgrade of the app. */
  async function tellsAgain(which: (activity: Record<string, unknown>) => boolean): Promise<void> {
    const told = stage.teams.answers.map(({ activity }) => activity).filter(which);
    expect(told.length).toBeGreaterThan(0);
    for (const activity of told) {
      const again = { ...activity, id: `again:${stage.teams.answers.length}` };
      await stage.teams.deliver(again);
      if (activity['type'] === 'installationUpdate') await stage.teams.deliver({ ...again, action: 'add-upgrade' });
    }
    await stage.settled();
  }
  const isInstallation = (activity: Record<string, unknown>): boolean =>
    activity['type'] === 'installationUpdate' || activity['type'] === 'conversationUpdate';

  it('comes once when the bot is added, however often and however late Teams tells it', async () => {
    const { teams } = stage;
    const eve = teams.person('Eve Vandamme');
    const team = teams.team('CLB Nieuw', { people: [eve], bot: false });
    await teams.addsBot(eve, team);
    await stage.settled();
    expect(welcomesIn(team.general)).toBe(1);
    await tellsAgain(isInstallation);
    await stage.later(40 * dayMs);
    await tellsAgain(isInstallation);
    expect(welcomesIn(team.general)).toBe(1);
  });

  it('does not come in a linked channel when the app is upgraded', async () => {
    const { an, bram, dirk, desk } = cast;
    const { teams } = stage;
    const team = teams.team('CLB Later', { people: [an], bot: false });
    await teams.addsBot(an, team);
    await stage.settled();
    await link(stage, { dirk, desk }, { who: an, where: team.general, organisation: 'CLB Voorbeeld Leuven (CLB)' });
    const before = team.general.botPosts.length;
    await tellsAgain(isInstallation);
    await stage.later(dayMs);
    await tellsAgain(isInstallation);
    expect(team.general.botPosts).toHaveLength(before);
    expect(welcomesIn(cast.clb)).toBe(0);
    await teams.addsBot(bram, cast.naft.team!);
    await stage.settled();
    expect(welcomesIn(cast.naft)).toBe(0);
  });

  it('comes once in somebody’s own chat, and again when the bot was away', async () => {
    const { teams } = stage;
    const piet = teams.person('Piet Wouters');
    const welcomes = () => welcomesIn(piet.personal);
    await teams.addsBot(piet, piet.personal);
    await stage.later(3 * dayMs);
    await teams.addsBot(piet, piet.personal);
    await stage.settled();
    expect(welcomes()).toBe(1);
    await teams.removesBot(piet, piet.personal);
    await teams.addsBot(piet, piet.personal);
    await stage.settled();
    expect(welcomes()).toBe(2);
  });
});
