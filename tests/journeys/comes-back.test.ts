import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeNotices } from '../../src/platform/storage/messages.js';
import { postKey, type ViewSlug } from '../../src/domain/reference-to.js';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Message, Person } from '../support/fake-teams/index.js';
import { ordinary, refers } from '../support/refer.js';
import { link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const clbCode = 'CLB Voorbeeld Leuven (CLB)';
const naftCode = 'NAFT-Leerrecht Vlaams-Brabant Oost (aanbieder)';

describe.each(engineInTurn(import.meta.url))('what waits while nobody can be reached, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine, undefined, { withoutPauses: true });
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  const postIn = (place: Conversation, of = reference): Message =>
    place.botPosts.find(({ text }) => text.includes(of))!;
  const told = (): string[] => cast.clb.repliesTo(postIn(cast.clb)).map(({ summary }) => summary);
  const reports = () => cast.desk.botPosts.filter(({ summary }) => summary.includes('niet bezorgd'));

  async function answers(): Promise<void> {
    const { bram, naft } = cast;
    bram.reloads();
    const undo = bram.buttons({ in: naft, reading: reference }).join().includes('Ongedaan maken');
    await bram.presses(undo ? 'Ongedaan maken' : 'Gecontacteerd', {}, { in: naft, reading: reference });
    await stage.settled();
  }

  it('goes out at once when the bot is back in the team and its channel is linked with a new code', async () => {
    const { an, clb } = cast;
    const before = told().length;
    await stage.teams.removesBot(an, clb);
    await stage.settled();
    await answers();
    expect(told()).toHaveLength(before);
    expect(reports()).toHaveLength(1);
    await stage.teams.addsBot(an, clb);
    await stage.settled();
    await link(stage, cast, { who: an, where: clb, organisation: clbCode });
    expect(told().slice(before)).toEqual([expect.stringContaining('nam contact op')]);
    expect(postIn(clb).text).toContain('Gecontacteerd');
    expect(reports()[0]!.text).toContain('Alsnog bezorgd');
  });

  it.each([
    ['refused', { status: 413 }],
    ['not there', { status: 403 }],
  ])('follows to a newly linked channel also when Teams said before that it was %s', async (_why, trouble) => {
    const { an, clb } = cast;
    const before = told().length;
    stage.teams.goesWrong(trouble, { in: clb, on: 'post' });
    await answers();
    expect(told()).toHaveLength(before);
    await stage.teams.removesBot(an, clb);
    await stage.teams.addsBot(an, clb);
    await stage.settled();
    await link(stage, cast, { who: an, where: clb, organisation: clbCode });
    expect(told()).toHaveLength(before + 1);
  });

  it('follows in the chat of somebody who had blocked the bot, as soon as he or she writes again', async () => {
    const { an } = cast;
    const got = (): number => an.personal.messages.filter(({ author }) => author === 'bot').length;
    an.personal.setBotInside(false);
    await tell(an);
    await stage.settled();
    const before = got();
    an.personal.setBotInside(true);
    await an.says('help');
    await stage.settled();
    expect(got()).toBe(before + 2);
  });

  it('follows in the chat as soon as the bot is added to it again, before anything is typed', async () => {
    const { an } = cast;
    const state = async () =>
      (
        await stage.database.kysely
          .selectFrom('message')
          .select('state')
          .where('key', '=', 'for-somebody-later')
          .execute()
      )[0];
    await stage.teams.removesBot(an, an.personal);
    await tell(an, 'for-somebody-later');
    await stage.settled();
    expect(await state()).toEqual({ state: 'undeliverable' });
    await stage.teams.addsBot(an, an.personal);
    await stage.settled();
    expect(await state()).toEqual({ state: 'sent' });
  });

  it('goes to the address at which a channel is reached now', async () => {
    const { an, bram, clb, naft } = cast;
    const fault = stage.teams.goesWrong({ status: 503 }, { in: clb, on: 'post' });
    bram.reloads();
    await bram.presses('Ongedaan maken', {}, { in: naft, reading: reference });
    await fault.arrived;
    const [calls, former] = [stage.teams.wire.length, stage.teams.serviceUrl];
    stage.teams.serviceUrl = former.replace('emea', 'amer');
    await an.says('help', clb);
    await stage.settled();
    const since = stage.teams.wire.slice(calls).filter(({ conversationId }) => conversationId.startsWith(clb.id));
    expect(since.length).toBeGreaterThan(1);
    expect(since.every(({ path }) => path.startsWith('/amer/'))).toBe(true);
    stage.teams.serviceUrl = former;
  });

  it('stands in the channel of the CLB in which the referrer is, when the CLB has more than one', async () => {
    const els = stage.teams.person('Els Wouters');
    const second = stage.teams.team('CLB Voorbeeld, Tienen', { people: [els] }).general;
    await link(stage, cast, { who: els, where: second, organisation: clbCode, elsewhere: true });
    const of = (pupilName: string) => ({ pupil: { ...ordinary.pupil, pupilName } });
    const ofAn = await refers(stage, cast.an, of('Leerling Twee'));
    const ofEls = await refers(stage, els, of('Leerling Drie'));
    expect(postIn(second, ofEls)).toBeDefined();
    expect(postIn(cast.clb, ofEls)).toBeUndefined();
    expect(postIn(cast.clb, ofAn)).toBeDefined();
    expect(postIn(second, ofAn)).toBeUndefined();
  });

  it('stands at a provider with several channels in the one its coordinator is in, and stays where who has it works', async () => {
    const second = stage.teams.team('NAFT, Halle', { people: [cast.bea] }).general;
    await link(stage, cast, { who: cast.bea, where: second, organisation: naftCode, elsewhere: true });
    const of = (pupilName: string) => ({ pupil: { ...ordinary.pupil, pupilName } });
    const first = await refers(stage, cast.an, of('Leerling Vier'));
    expect(postIn(cast.naft, first)).toBeDefined();
    const { kysely } = stage.database;
    cast.naft.people.delete(cast.bea);
    await stage.later(25 * 3_600_000);
    const { id } = await kysely
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Bea Maes')
      .executeTakeFirstOrThrow();
    await kysely.updateTable('organisation').set({ coordinatorId: id }).where('kind', '=', 'provider').execute();
    const later = await refers(stage, cast.an, of('Leerling Vijf'));
    expect(postIn(second, later)).toBeDefined();
    expect(postIn(cast.naft, later)).toBeUndefined();
    await cast.bram.presses('Gecontacteerd', {}, { in: cast.naft, reading: first });
    await stage.settled();
    expect(postIn(cast.naft, first).text).toContain('Gecontacteerd');
    expect(postIn(second, first)).toBeUndefined();
  });

  /** Something for somebody in his or her own chat. */
  async function tell({ name }: Person, key = 'for-somebody'): Promise<void> {
    const { parts } = stage.app;
    await stage.database.kysely.transaction().execute(async (trx) => {
      const { id } = await trx.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow();
      const view = { view: 'undelivered-list' as ViewSlug, params: {} };
      const notice = { key: postKey(key), ...view, to: { person: id } };
      const deliveries = await storeNotices(trx, [notice], parts.clock.now());
      await parts.enqueue(trx, { deliveries, rosters: [], wakeAt: [] });
    });
  }
});
