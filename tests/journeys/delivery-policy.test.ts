import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Message } from '../support/fake-teams/index.js';
import { hurry } from '../support/hurry.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { storeNotices } from '../../src/platform/storage/messages.js';
import { postKey, type ViewSlug } from '../../src/domain/reference-to.js';

const notFound = (code: string) => ({ status: 404, body: { error: { code, message: 'Not found.' } } });

describe.each(engineInTurn(import.meta.url))('a message that Teams does not take the first time, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine, undefined, { withoutPauses: true });
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterEach(() => stage.teams.faults.clear());
  afterAll(() => stage.close());

  const post = (): Message => cast.clb.botPosts.find((one) => one.text.includes(reference))!;
  const told = (): Message[] => cast.clb.repliesTo(post());
  const desk = () => cast.desk.botPosts.filter(({ summary }) => summary.includes('bezorgd'));

  /** One answer of the provider, which makes one reply in the thread of the CLB. */
  async function answers(): Promise<void> {
    const { bram, naft } = cast;
    bram.reloads();
    const undo = bram.buttons({ in: naft, reading: reference }).join().includes('Ongedaan maken');
    await bram.presses(undo ? 'Ongedaan maken' : 'Gecontacteerd', {}, { in: naft, reading: reference });
    await stage.settled();
  }

  it('is tried again when a conversation cannot be found for a moment, and is no matter for the desk', async () => {
    const before = told().length;
    const fault = stage.teams.goesWrong(notFound('ConversationNotFound'), { in: cast.clb, on: 'post' });
    await answers();
    expect(fault.hits).toBe(1);
    expect(told()).toHaveLength(before + 1);
    expect(desk()).toEqual([]);
  });

  it('stands as a post of its own when the one it belongs under cannot be found twice', async () => {
    const before = { told: told().length, posts: cast.clb.botPosts.length };
    stage.teams.goesWrong(notFound('ActivityNotFoundInConversation'), { in: cast.clb, on: 'post', times: 2 });
    await answers();
    expect(told()).toHaveLength(before.told);
    expect(cast.clb.botPosts).toHaveLength(before.posts + 1);
    expect(desk()).toEqual([]);
  });

  it('waits, and is not given up, while Teams does not know the bot any more (401)', async () => {
    const before = told().length;
    const body = { error: { code: 'BotNotRegistered', message: 'No registration found for this bot.' } };
    const fault = stage.teams.goesWrong({ status: 401, body }, { times: 12 });
    await answers();
    expect(fault.hits).toBe(12);
    expect(told()).toHaveLength(before + 1);
    expect(desk()).toEqual([]);
  });

  it('opens a chat after a conversation that could not be found for a moment', async () => {
    const eva = stage.teams.person('Eva Jans');
    stage.teams.team('Ander team', { people: [eva] });
    await stage.teams.joins(eva, cast.clb);
    await stage.settled();
    const { parts } = stage.app;
    const fault = stage.teams.goesWrong(notFound('ConversationNotFound'), { in: eva.personal, on: 'post' });
    await stage.database.kysely.transaction().execute(async (trx) => {
      const { id } = await trx.selectFrom('person').select('id').where('name', '=', eva.name).executeTakeFirstOrThrow();
      const view = { view: 'undelivered-list' as ViewSlug, params: {} };
      const notice = { key: postKey('to-eva'), ...view, to: { person: id } };
      const deliveries = await storeNotices(trx, [notice], parts.clock.now());
      await parts.enqueue(trx, { deliveries, rosters: [], wakeAt: [] });
    });
    await stage.settled();
    expect(fault.hits).toBe(1);
    expect(eva.personal.messages.filter(({ author }) => author === 'bot')).toHaveLength(1);
  });

  it('calls who it is for; whoever left unseen is not called, and the message arrives all the same', async () => {
    const calls = (message: Message | undefined) => JSON.stringify(message?.card).includes('"mention"');
    await answers();
    expect(calls(told().at(-1))).toBe(true);
    cast.clb.people.delete(cast.an);
    const before = told().length;
    await answers();
    expect(told()).toHaveLength(before + 1);
    expect(calls(told().at(-1))).toBe(false);
    cast.clb.people.add(cast.an);
    expect(desk()).toEqual([]);
  });

  it('calls the coordinator when the one it was for is not in the team any more', async () => {
    const { kysely } = stage.database;
    const eva = await kysely.selectFrom('person').select('id').where('name', '=', 'Eva Jans').executeTakeFirstOrThrow();
    await kysely.updateTable('organisation').set({ coordinatorId: eva.id }).where('name', '=', 'CLB Voorbeeld Leuven').execute(); // prettier-ignore
    await stage.teams.leaves(cast.an, cast.clb);
    await stage.settled();
    await answers();
    const card = JSON.stringify(told().at(-1)!.card);
    expect(card).toContain('<at>Eva Jans</at>');
    expect(card).not.toContain('<at>An Peeters</at>');
  });

  it('is put before the desk when it was tried for a day and many times while others got through, and not by its age', async () => {
    const minutes = 60_000;
    const fault = stage.teams.goesWrong({ status: 500 }, { in: cast.naft, times: 10_000 });
    await cast.bea.says('help', cast.naft);
    const lost = async (): Promise<readonly (string | null)[]> => {
      const rows = await stage.database.kysely.selectFrom('message').select('reason').where('state', '=', 'undeliverable').execute(); // prettier-ignore
      return rows.map(({ reason }) => reason);
    };
    await fault.arrived;
    // Nobody else gets through: two days are no reason.
    await stage.app.parts.moveClock(48 * 60 * minutes);
    const before = fault.hits;
    await stage.teams.until(() => hurry(stage).then(() => fault.hits > before), 'it is tried again');
    expect(await lost()).toEqual([]);
    let rounds = 0;
    for (; rounds < 80 && (await lost()).length === 0; rounds++) {
      const answered = cast.desk.messages.length;
      await cast.dirk.says('help', cast.desk);
      await stage.teams.until(() => cast.desk.messages.length > answered + 1, 'another place is reached');
      await stage.app.parts.moveClock(75 * minutes);
      const { hits } = fault;
      await stage.teams.until(() => hurry(stage).then(async () => fault.hits > hits || (await lost()).length > 0), 'tried'); // prettier-ignore
    }
    expect(new Set(await lost())).toEqual(new Set(['not-delivered']));
    expect(rounds).toBeGreaterThanOrEqual(20);
    stage.teams.faults.clear();
    await stage.settled();
    expect(desk().length).toBeGreaterThan(0);
    for (const { text } of desk()) expect(text).toContain('Teams nam het ook na veel pogingen niet aan');
  });
});
