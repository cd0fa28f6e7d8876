import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { engines } from '../support/database.js';
import type { Message, Trouble } from '../support/fake-teams/index.js';
import { monday10 } from '../support/given.js';
import { hurry } from '../support/hurry.js';
import { ordinary, refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { sendsOf } from '../support/standing.js';

/** How long the bot waits for an answer of Teams here: what waits for a call takes at least as long. */
const patienceMs = 2_000;
const pupil = (name: string) => ({ pupil: { ...ordinary.pupil, pupilName: name } });
const inTenSeconds = { status: 429, headers: { 'retry-after': '10' } };
const troubles: readonly (readonly [string, Trouble])[] = [
  ['412', { status: 412 }],
  ['429 with Retry-After', inTenSeconds],
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['504', { status: 504 }],
  ['no answer in time', 'hang'],
  ['an answer that gets lost', 'accept-then-drop'],
];

describe.each(engines)('when Teams has trouble, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine, monday10, { connector: { timeoutMs: patienceMs } });
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterEach(() => stage.teams.faults.clear());
  afterAll(() => stage.close());

  const postIn = (place: Cast['clb'], of = reference): Message =>
    place.botPosts.find((post) => post.text.includes(of))!;
  const told = (of = reference): string[] => cast.clb.repliesTo(postIn(cast.clb, of)).map(({ summary }) => summary);

  /** Until nothing is wanted any more that was not sent. */
  const allSent = () =>
    stage.teams.until(async () => {
      await hurry(stage);
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from message where state = 'due'`.execute(
        stage.database.kysely,
      );
      return rows[0]!.n === 0;
    }, 'all is sent');
  const repeats = async (): Promise<number> => (await stage.app.meters.repeatedPosts.get()).values[0]?.value ?? 0;

  /** One answer: contact, or taking it back; each makes one reply and edits both posts. */
  async function answers(): Promise<{ readonly state: string; readonly offer: string }> {
    const { bram, naft } = cast;
    bram.reloads();
    const undo = bram.buttons({ in: naft, reading: reference }).join().includes('Ongedaan maken');
    await bram.presses(undo ? 'Ongedaan maken' : 'Gecontacteerd', {}, { in: naft, reading: reference });
    return undo ? { state: 'Nieuw bij', offer: 'Nieuw' } : { state: 'Gecontacteerd', offer: 'Gecontacteerd' };
  }

  describe.each(troubles)('%s', (name, trouble) => {
    const mayStandTwice = ['502', '504', 'no answer in time', 'an answer that gets lost'].includes(name);

    it('a reply arrives, in its order', async () => {
      const before = { told: told(), repeats: await repeats() };
      const fault = stage.teams.goesWrong(trouble, { in: cast.clb, on: 'post', times: 1 });
      const { state } = await answers();
      await allSent();
      const added = told().slice(before.told.length);
      expect(fault.hits).toBe(1);
      expect(told().slice(0, before.told.length)).toEqual(before.told);
      expect(added).toHaveLength(trouble === 'accept-then-drop' ? 2 : 1);
      expect(new Set(added).size).toBe(1);
      expect((await repeats()) - before.repeats).toBe(mayStandTwice ? 1 : 0);
      expect(postIn(cast.clb).text).toContain(state);
    });

    it('an edit arrives', async () => {
      const before = { told: told().length, repeats: await repeats() };
      stage.teams.goesWrong(trouble, { in: cast.naft, on: 'edit' });
      const { offer } = await answers();
      await allSent();
      expect(postIn(cast.naft).text).toContain(offer);
      expect(told()).toHaveLength(before.told + 1);
      expect(await repeats()).toBe(before.repeats);
    });
  });

  it('a post arrives before what belongs under it', async () => {
    const times = sendsOf(stage.teams).length;
    stage.teams.goesWrong({ status: 500 }, { in: cast.clb, on: 'post', times: 2 });
    stage.teams.goesWrong({ status: 502 }, { in: cast.naft, on: 'post', times: 2 });
    const sent = refers(stage, cast.an, pupil('Leerling Twee')).catch(() => '2026-0002');
    await stage.teams.until(() => sendsOf(stage.teams).length > times + 2, 'something was tried');
    await allSent();
    await sent;
    await stage.settled();
    for (const place of [cast.clb, cast.naft])
      expect(place.botPosts.filter((post) => post.text.includes('2026-0002'))).toHaveLength(1);
    expect(told('2026-0002')).toHaveLength(new Set(told('2026-0002')).size);
  });

  it('keeps the order of what is told in a conversation, also when the first of it has to wait', async () => {
    const before = told().length;
    stage.teams.goesWrong(inTenSeconds, { in: cast.clb, on: 'post' });
    const first = await answers();
    const canUndo = () => postIn(cast.naft).text.includes('Ongedaan maken');
    await stage.teams.until(() => canUndo() === (first.state === 'Gecontacteerd'), 'the provider sees it');
    const second = await answers();
    await allSent();
    const says: Readonly<Record<string, string>> = { Gecontacteerd: 'nam contact op', 'Nieuw bij': 'antwoord' };
    expect(told().slice(before)).toEqual(
      [first, second].map(({ state }) => expect.stringContaining(says[state] ?? 'no such state')),
    );
  });

  it('waits as long as Teams asks', async () => {
    const fault = stage.teams.goesWrong(inTenSeconds, { in: cast.clb, on: 'post' });
    await answers();
    await fault.arrived;
    const waits = await stage.teams.until(async () => {
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from start_after - now())::float as seconds from pgboss.job
        where name = 'deliver' and state = 'retry'`.execute(stage.database.kysely);
      return rows[0]?.seconds;
    }, 'it is put off');
    expect(waits).toBeGreaterThan(8);
    expect(waits).toBeLessThanOrEqual(10);
    await allSent();
  });

  it('waits longer after each attempt, up to five minutes', async () => {
    stage.teams.goesWrong({ status: 500 }, { in: cast.clb, on: 'post', times: 10 });
    await answers();
    const waits = new Map<number, number>();
    await stage.teams.until(async () => {
      for (const { name, tried, seconds } of await hurry(stage)) if (name === 'deliver') waits.set(tried, seconds);
      return waits.has(9);
    }, 'ten attempts failed');
    await allSent();
    // Doubled each time, a quarter more or less; what is read is some time later than what was set.
    for (const [tried, pause] of [
      [6, 128],
      [8, 300],
      [9, 300],
    ] as const) {
      expect(waits.get(tried)).toBeGreaterThan(pause / 2);
      expect(waits.get(tried)).toBeLessThanOrEqual(pause * 1.25);
    }
  });

  it('keeps presses quick while every call hangs, and makes none of them in a press', async () => {
    const fault = stage.teams.goesWrong('hang', { times: 10_000 });
    const [asked] = await Promise.all([fault.arrived, answers()]);
    expect(asked).toBeUndefined();
    const presses = ['Bekijken', 'Sluiten', 'Bekijken', 'Sluiten'];
    for (const title of presses) {
      const { ms } = await cast.bram.presses(title, {}, { in: cast.naft });
      expect(ms).toBeLessThan(patienceMs / 2);
    }
    stage.teams.faults.clear();
    await allSent();
  });

  it('brings everything after Teams was away for long', async () => {
    const before = told().length;
    const away = stage.teams.goesWrong({ status: 503 }, { times: 100_000 });
    const { state, offer } = await answers();
    await stage.teams.until(() => hurry(stage).then(() => away.hits >= 28), 'many attempts failed');
    stage.teams.faults.clear();
    await allSent();
    await stage.settled();
    expect(told()).toHaveLength(before + 1);
    expect(postIn(cast.clb).text).toContain(state);
    expect(postIn(cast.naft).text).toContain(offer);
  });

  it('makes a post anew that somebody deleted, with the next reply under it', async () => {
    const old = postIn(cast.clb);
    old.deleted = true;
    await answers();
    await allSent();
    const [anew, ...more] = cast.clb.botPosts.filter((post) => post.text.includes(reference));
    expect(more).toEqual([]);
    expect(anew!.id).not.toBe(old.id);
    expect(cast.clb.repliesTo(anew!)).toHaveLength(1);
  });

  it('makes nothing anew when Teams says only once that a post is not there', async () => {
    const posts = cast.clb.botPosts.length;
    const fault = stage.teams.goesWrong({ status: 404 }, { in: cast.clb, on: 'edit', times: 1 });
    const { state } = await answers();
    await allSent();
    expect(fault.hits).toBe(1);
    expect(cast.clb.botPosts).toHaveLength(posts);
    expect(postIn(cast.clb).text).toContain(state);
  });

  it('makes nothing anew when Teams says that the bot may not there: the post may still stand', async () => {
    const posts = cast.clb.botPosts.length;
    const body = { error: { code: 'BotNotInConversationRoster', message: 'The bot is not there.' } };
    const fault = stage.teams.goesWrong({ status: 403, body }, { in: cast.clb, on: 'edit', times: 10_000 });
    await answers();
    await allSent();
    await stage.settled();
    expect(fault.hits).toBeGreaterThan(0);
    expect(cast.clb.botPosts).toHaveLength(posts);
  });

  it.each([
    ['403', { status: 403 }],
    ['404', { status: 404 }],
  ])('tells the desk of a conversation that is not there any more (%s)', async (_name, trouble) => {
    stage.teams.goesWrong(trouble, { in: cast.clb, times: 10_000 });
    await answers();
    await allSent();
    await stage.settled();
    const reports = cast.desk.botPosts.filter((post) => post.summary.includes('bezorgd'));
    expect(reports).toHaveLength(1);
    expect(reports[0]!.text).toContain('CLB Voorbeeld Leuven');
    expect(reports[0]!.text).toContain('Het kanaal of gesprek bestaat niet meer, of de bot mag er niet meer schrijven');
    expect(reports[0]!.text).not.toContain('Quackelbeen');
  });
});
