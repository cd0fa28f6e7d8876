import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { fillsIn, ordinary, refers, refersOn } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { seeded, shuffled, standing } from '../support/standing.js';

type Activity = Record<string, unknown>;
const pupil = (name: string) => ({ pupil: { ...ordinary.pupil, pupilName: name } });
const isWords = (activity: Activity): boolean => activity['type'] === 'message';
const underNewId = (activity: Activity): Activity => ({ ...activity, id: `f:${randomUUID()}` });

describe.each(engines)('every activity brought more than once, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  const past: Activity[] = [];
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  /** Brings activities again and checks that nothing comes of it. */
  async function again(activities: readonly Activity[], what: string): Promise<void> {
    const before = await standing(stage);
    for (const activity of activities) {
      const { status, body } = await stage.teams.deliver(activity);
      const card = (body as { value?: object } | null)?.value ?? null;
      expect({ what, status, answered: isWords(activity) || card !== null }).toEqual({
        what,
        status: isWords(activity) ? expect.any(Number) : 200,
        answered: true,
      });
      expect(JSON.stringify(card)).not.toContain('Er ging bij ons iets mis');
    }
    await stage.settled();
    expect({ what, ...(await standing(stage)) }).toEqual({ what, ...before });
  }

  /** Does something, lets everything of it arrive, and then Teams brings it again: under the same id, and under a new one. */
  async function twice(what: string, act: () => Promise<unknown>): Promise<void> {
    const from = stage.teams.answers.length;
    await act();
    await stage.settled();
    const activities = stage.teams.answers.slice(from).map(({ activity }) => activity);
    await again(activities, `${what}, same id`);
    await again(activities.filter((each) => !isWords(each)).map(underNewId), `${what}, new id`);
    past.push(...activities);
  }

  it('links a channel once', async () => {
    const said = stage.teams.answers.map(({ activity }) => activity);
    const codes = said.filter((activity) => /koppelen /.test(String(activity['text'])));
    expect(codes).toHaveLength(3);
    await again(codes, 'linking, same id');
    const links = () => stage.database.kysely.selectFrom('channel').select(['id', 'version']).orderBy('id').execute();
    const before = await links();
    for (const activity of codes.map(underNewId)) await stage.teams.deliver(activity);
    await stage.settled();
    expect(await links()).toEqual(before);
    // Teams says when they were written: these are no words that somebody typed again.
    expect(cast.clb.messages.filter(({ text }) => text.includes('Nu gekoppeld aan'))).toHaveLength(1);
  });

  it('answers words once that Teams brings again under a new id, and each time those that are typed again', async () => {
    const { an } = cast;
    const cards = async (act: () => Promise<unknown>) => {
      const before = an.personal.botPosts.length;
      await act();
      await stage.settled();
      return an.personal.botPosts.length - before;
    };
    expect(await cards(() => an.says('aanmelden'))).toBe(1);
    const { activity } = stage.teams.answers.at(-1)!;
    expect(await cards(() => stage.teams.deliver(underNewId(activity)))).toBe(0);
    expect(await cards(() => an.says('aanmelden'))).toBe(1);
  });

  it('answers words in two conversations to which Teams gave one id', async () => {
    const { an, bea } = cast;
    await an.says('hallo');
    await stage.settled();
    const { id } = stage.teams.answers.at(-1)!.activity;
    const before = bea.personal.botPosts.length;
    await bea.says('hallo');
    const { activity } = stage.teams.answers.at(-1)!;
    await stage.teams.deliver({ ...activity, id, timestamp: undefined });
    await stage.settled();
    expect(bea.personal.botPosts).toHaveLength(before + 2);
  });

  it('makes one referral of one intake', async () => {
    const { an } = cast;
    await twice('intake', () => fillsIn(stage, an));
    await twice('send', () => an.presses('Verzenden', {}, { in: an.personal }));
    expect(await standing(stage)).toMatchObject({ referrals: [{ reference: '2026-0001', state: 'delivered' }] });
    expect(cast.clb.botPosts.filter((post) => post.text.includes('2026-0001'))).toHaveLength(1);
    expect(cast.naft.botPosts.filter((post) => post.text.includes('2026-0001'))).toHaveLength(1);
  });

  it('gives one answer, also after one that was taken back', async () => {
    const { bram, naft } = cast;
    await twice('contact', () => bram.presses('Gecontacteerd', {}, { in: naft }));
    bram.reloads();
    await twice('undo', () => bram.presses('Ongedaan maken', {}, { in: naft }));
    await again(past.filter((each) => !isWords(each)).map(underNewId), 'all before the undo, late');
    bram.reloads();
    await twice('contact anew', () => bram.presses('Gecontacteerd', {}, { in: naft }));
    await twice('waitlist', async () => {
      await bram.presses('Wachtlijst', {}, { in: naft });
      await bram.presses('Op de wachtlijst zetten', { kept: 'not-asked' }, { in: naft });
    });
  });

  it('keeps, frees and confirms once', async () => {
    const { an, bram, clb, naft } = cast;
    await twice('keep', () => an.presses('Ja, op de wachtlijst', {}, { in: clb, reading: '2026-0001' }));
    bram.reloads();
    await twice('free', () => bram.presses('Plaats vrij', {}, { in: naft }));
    an.reloads();
    await twice('confirm', () => an.presses('Ja, we nemen de plaats', {}, { in: clb, reading: '2026-0001' }));
    expect(await standing(stage)).toMatchObject({ referrals: [{ state: 'placed' }] });
  });

  it('withdraws once', async () => {
    const { an, clb } = cast;
    const reference = await refers(stage, an, pupil('Tweede Leerling'));
    await twice('withdraw', async () => {
      await an.presses('Intrekken', {}, { in: clb, reading: reference });
      await an.presses('Intrekken', { reason: 'solved' }, { in: clb, verb: 'withdraw-referral' });
    });
  });

  it('refers on once', async () => {
    const { an, bram, clb, naft } = cast;
    const reference = await refers(stage, an, pupil('Derde Leerling'));
    await twice('no match', async () => {
      await bram.presses('Geen match', {}, { in: naft, reading: reference });
      await bram.presses('Geen match', { reason: 'other' }, { in: naft, verb: 'refuse-match' });
    });
    an.reloads();
    await twice('other provider', async () => {
      await refersOn(an, { in: clb, reading: reference }, 'Laat het Meldpunt kiezen');
    });
    expect(await standing(stage)).toMatchObject({ referrals: { length: 4 } });
  });

  it.each([1, 2])('changes nothing when everything comes again in any order (%i)', async (seed) => {
    const presses = past.filter((activity) => !isWords(activity));
    await again(shuffled(presses, seeded(seed)).map(underNewId), `shuffled ${seed}`);
    await again([...past].reverse(), 'backwards, same ids');
  });
});
