import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Message } from '../support/fake-teams/index.js';
import { hurry } from '../support/hurry.js';
import { ordinary, refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const hour = 3_600_000;
const forEver = 1_000_000;

describe.each(engineInTurn(import.meta.url))('Teams takes nothing for three days, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  const health = async (): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${stage.app.port}/health`);
    return [answer.status, await answer.json()];
  };
  const figure = async (name: string): Promise<number> => {
    const line = (await stage.metrics()).split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ')[1] ?? NaN);
  };
  const postIn = (place: Conversation): Message => place.botPosts.find(({ text }) => text.includes(reference))!;
  const told = (): string[] => cast.clb.repliesTo(postIn(cast.clb)).map(({ summary }) => summary);

  async function answers(): Promise<string> {
    const { bram, naft } = cast;
    const undo = bram.buttons({ in: naft, reading: reference }).join().includes('Ongedaan maken');
    await bram.presses(undo ? 'Ongedaan maken' : 'Gecontacteerd', {}, { in: naft, reading: reference });
    return undo ? 'antwoord' : 'nam contact op';
  }

  /** What waits, per conversation in the order in which it was decided. */
  const waiting = async () =>
    (
      await stage.database.kysely
        .selectFrom('message')
        .select(['id', 'key', 'state', 'activityId', 'conversationId', 'view'])
        .where('state', '<>', 'sent')
        .orderBy('seq')
        .execute()
    ).filter(({ view }) => view !== 'teams-away');

  it('gives nothing up, and brings all of it in order and once when Teams is back', async () => {
    const before = told().length;
    const fault = stage.teams.goesWrong({ status: 503 }, { times: forEver });
    const expected = [await answers(), await answers(), await answers()];
    for (let passed = 0; passed < 72; passed += 6) {
      await stage.app.parts.moveClock(6 * hour);
      const { hits } = fault;
      await stage.teams.until(() => hurry(stage).then(() => fault.hits > hits), 'it is tried once more');
    }
    const kept = await waiting();
    expect(kept.length).toBeGreaterThan(expected.length);
    expect(kept.filter(({ state }) => state !== 'due')).toEqual([]);

    expect(await health()).toEqual([200, { ok: true, degraded: 'teams' }]);
    expect(await figure('meldpunt_teams_away_seconds')).toBeGreaterThan((70 * hour) / 1000);
    expect(await figure('meldpunt_messages_oldest_seconds')).toBeGreaterThan((70 * hour) / 1000);

    stage.teams.faults.clear();
    await stage.teams.until(() => hurry(stage).then(async () => (await waiting()).length === 0), 'all is sent');
    await stage.settled();

    expect(told().slice(before, before + expected.length)).toEqual(
      expected.map((what) => expect.stringContaining(what)),
    );
    const sent = await stage.database.kysely
      .selectFrom('message')
      .select(['id', 'activityId', 'conversationId'])
      .where(
        'id',
        'in',
        kept.map(({ id }) => id),
      )
      .orderBy('seq')
      .execute();
    expect(new Set(sent.map(({ activityId }) => activityId)).size).toBe(sent.length);
    for (const place of new Set(sent.map(({ conversationId }) => conversationId))) {
      const ids = sent.filter((one) => one.conversationId === place).map(({ activityId }) => Number(activityId));
      const fresh = ids.filter((id) => Number.isFinite(id));
      expect(fresh).toEqual(fresh.toSorted((one, other) => one - other));
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from message where state = 'undeliverable'`.execute(stage.database.kysely); // prettier-ignore
    expect(rows[0]!.n).toBe(0);
  });

  it('told the desk, in one post, and is well again', async () => {
    const posts = cast.desk.botPosts.filter(({ summary }) => summary.includes('Teams'));
    expect(posts).toHaveLength(1);
    expect(posts[0]!.text).toContain('Teams is terug');
    expect(posts[0]!.text).toContain('nam Teams niets aan');
    expect(await health()).toEqual([200, { ok: true }]);
    expect(await figure('meldpunt_teams_away_seconds')).toBe(0);
    expect(await figure('meldpunt_messages_oldest_seconds')).toBe(0);
  });

  it('is over: a new referral goes out at once', async () => {
    const next = await refers(stage, cast.an, { pupil: { ...ordinary.pupil, pupilName: 'Leerling Later' } });
    expect(cast.naft.botPosts.some(({ text }) => text.includes(next))).toBe(true);
  });
});
