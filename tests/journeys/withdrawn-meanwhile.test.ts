import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Person } from '../support/fake-teams/index.js';
import { postOf, pupilNamed, thread } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** What a provider may be sending just then. */
const answers = [
  { name: 'a place', verb: 'offer-place', filled: {}, state: 'placed' },
  { name: 'the waiting list', verb: 'put-on-waitlist', filled: { kept: 'yes' }, state: 'waitlisted' },
  { name: 'no match', verb: 'refuse-match', filled: { reason: 'pupil-declines' }, state: 'no-match' },
] as const;

describe.each(engineInTurn(import.meta.url))('withdrawn while the provider is answering, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  let count = 0;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    reference = await refers(stage, cast.an, pupilNamed(`Nummer ${'abcdefghijkl'[count++]!}`));
    await cast.bram.presses('Gecontacteerd', {}, { on: postOf(cast.naft, reference) });
    await stage.settled();
  });

  const stored = () =>
    stage.database.kysely
      .selectFrom('referral')
      .selectAll()
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
  /** A press on a form that stood open since before: Teams sends it as it was, whatever the post says by now. */
  const sends = async (who: Person, where: Conversation, verb: string, filled: object): Promise<string> => {
    const { id, round } = await stored();
    const action = { type: 'Action.Execute', verb, data: { referralId: id, round, ...filled } };
    const { status, body } = await who.invokes('adaptiveCard/action', { action, trigger: 'manual' }, where);
    expect(status).toBe(200);
    return JSON.stringify(body);
  };
  const withdraws = () => sends(cast.an, cast.clb, 'withdraw-referral', { reason: 'solved' });
  const events = async (): Promise<string[]> => {
    const { id } = await stored();
    const rows = await stage.database.kysely
      .selectFrom('event')
      .select('name')
      .where('referralId', '=', id)
      .orderBy('seq')
      .execute();
    return rows.map(({ name }) => name);
  };
  /** Clocks of this referral and of what hangs on it. */
  const clocks = async (): Promise<string[]> => {
    const { id } = await stored();
    const tables = await stage.database.kysely
      .selectFrom('roundTable')
      .select('id')
      .where('referralId', '=', id)
      .execute();
    const rows = await stage.database.kysely.selectFrom('due').select('key').execute();
    return rows
      .map(({ key }) => key)
      .filter((key) => [id, ...tables.map((one) => one.id)].some((of) => key.includes(of)));
  };

  describe.each(answers)('$name', ({ verb, filled, state }) => {
    it('the CLB was first: the provider reads so, nothing is asked of anybody, and no clock runs', async () => {
      await withdraws();
      const late = await sends(cast.bram, cast.naft, verb, filled);
      await stage.settled();
      expect(late).toContain('An Peeters was u net voor');
      expect(late).toContain('Ingetrokken');
      expect(await stored()).toMatchObject({ state: 'withdrawn', withdrawReason: 'solved', noMatchReason: null });
      expect(thread(cast.clb, reference).filter(({ text }) => /plaats|wachtlijst|geen match/i.test(text))).toEqual([]);
      expect(await clocks()).toEqual([]);
    });

    it('the provider was first: the answer stands and is told, and then it is withdrawn all the same', async () => {
      await sends(cast.bram, cast.naft, verb, filled);
      expect((await stored()).state).toBe(state);
      const answer = await withdraws();
      await stage.settled();
      expect(answer).toContain('Ingetrokken');
      expect(await events()).toEqual(expect.arrayContaining([state, 'withdrawn']));
      expect(await stored()).toMatchObject({ state: 'withdrawn', withdrawReason: 'solved' });
      expect(thread(cast.naft, reference).some(({ text }) => text.includes('ingetrokken'))).toBe(true);
      // What was on a list may come back for two weeks (R11).
      expect((await clocks()).filter((key) => !key.endsWith(':check-in'))).toEqual([]);
    });
  });

  it('at the very same moment: one comes after the other, both get an answer, and it ends withdrawn, once', async () => {
    const both = await Promise.all([withdraws(), sends(cast.bram, cast.naft, 'offer-place', {})]);
    await stage.settled();
    for (const answer of both) expect(answer).toContain(reference);
    expect((await stored()).state).toBe('withdrawn');
    expect((await events()).filter((name) => name === 'withdrawn')).toHaveLength(1);
    expect(await clocks()).toEqual([]);
  });
});
