import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { monday10 } from '../support/given.js';
import { postOf, postsAbout, postsNamed, pupilNamed, thread, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const review = 'Nazicht van alle open aanmeldingen';

describe('every night all open referrals are looked at', () => {
  let stage: Stage;
  let cast: Cast;
  /** References by what becomes of them. */
  const of = { placed: '', clockless: '', postless: '', unsent: '', withdrawn: '' };
  let clock: { key: string; at: Date };
  beforeAll(async () => {
    stage = await openStage('embedded', monday10, { withoutPauses: true });
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const kysely = () => stage.database.kysely;
  const idOf = async (reference: string): Promise<string> =>
    (await kysely().selectFrom('referral').select('id').where('reference', '=', reference).executeTakeFirstOrThrow())
      .id;
  const reviews = () => postsNamed(cast.desk, review);
  const withoutNextStep = async (): Promise<string | undefined> => {
    return /^meldpunt_cases_without_next_step (\d+)$/m.exec(await stage.metrics())?.[1];
  };

  /** Two posts are deleted in Teams, a clock and a post are not in the database any more, a clock is left over. */
  async function plant(): Promise<void> {
    postOf(cast.clb, of.placed).deleted = true;
    const offer = postOf(cast.naft, of.placed);
    Object.assign(offer, { deleted: true, onceDeleted: 'forbidden' });
    const key = `referral:${await idOf(of.clockless)}:remind`;
    clock = await kysely().deleteFrom('due').where('key', '=', key).returning(['key', 'at']).executeTakeFirstOrThrow();
    await kysely()
      .deleteFrom('message')
      .where('key', '=', `referral:${await idOf(of.postless)}:clb`)
      .execute();
    const orphan = await idOf(of.withdrawn);
    await kysely()
      .insertInto('due')
      .values({
        key: `referral:${orphan}:remind`,
        job: 'remind-contact',
        subject: JSON.stringify({ referralId: orphan }),
        at: new Date('2027-01-01T09:00:00Z'),
      })
      .execute();
  }

  /** The provider answers while Teams is away for the CLB, and the work of the queue is lost. */
  async function losesItsWork(): Promise<void> {
    const away = stage.teams.goesWrong({ status: 503 }, { in: cast.clb, times: 10_000 });
    await cast.bram.presses('Gecontacteerd', {}, { on: postOf(cast.naft, of.unsent) });
    await away.arrived;
    await sql`delete from pgboss.job where name = 'deliver' and singleton_key = ${cast.clb.id}`.execute(kysely());
    stage.teams.faults.clear();
  }

  it('a week passes', async () => {
    of.placed = await refers(stage, cast.an, pupilNamed('Placed'));
    await cast.bram.presses('Plaats', {}, { on: postOf(cast.naft, of.placed) });
    await stage.settled();
    // Until its answer cannot be taken back any more: that is the last that its posts tell.
    await until(stage, '2026-11-16T10:00:00Z');
    await until(stage, '2026-11-20T08:30:00Z');
    for (const which of ['clockless', 'postless', 'unsent', 'withdrawn'] as const)
      of[which] = await refers(stage, cast.an, pupilNamed(which));
    const { an, clb } = cast;
    await an.presses('Intrekken', {}, { on: postOf(clb, of.withdrawn) });
    await an.presses('Intrekken', { reason: 'vergissing' }, { on: postOf(clb, of.withdrawn) });
    await stage.settled();
    for (const night of ['2026-11-21T02:30:00Z', '2026-11-22T02:30:00Z']) await until(stage, night);
  });

  it('nothing is said as long as nothing is wrong', async () => {
    expect(reviews()).toHaveLength(0);
    expect(await withoutNextStep()).toBe('0');
  });

  it('what is wrong is mended', async () => {
    await plant();
    await losesItsWork();
    await until(stage, '2026-11-23T02:00:30Z');

    expect(postsAbout(cast.clb, of.placed)).toHaveLength(1);
    expect(postOf(cast.naft, of.placed).text).toContain('Plaats');
    const { at } = await kysely().selectFrom('due').select('at').where('key', '=', clock.key).executeTakeFirstOrThrow();
    expect(at).toEqual(clock.at);
    // What Teams still shows is unknown to the program, which lost its own note of it.
    expect(postsAbout(cast.clb, of.postless)).toHaveLength(2);
    expect(postOf(cast.clb, of.unsent).text).toContain('Gecontacteerd');
    expect(thread(cast.clb, of.unsent).at(-1)!.text).toContain('contact');
    const left = await kysely()
      .selectFrom('due')
      .select('key')
      .where('key', 'like', `referral:${await idOf(of.withdrawn)}:%`)
      .execute();
    expect(left).toEqual([]);
  });

  it('the desk reads it once Teams has said which posts were gone', async () => {
    expect(reviews()).toHaveLength(0);
    await until(stage, '2026-11-23T02:11:00Z');
    const [post] = reviews();
    expect(post!.text).toContain('4 aanmeldingen nagekeken. Wat ontbrak, is hersteld.');
    expect(post!.text).toMatch(/Zonder volgende stap\W+1\b/);
    expect(post!.text).toMatch(/Termijnen hersteld\W+1\b/);
    expect(post!.text).toMatch(/Termijnen geschrapt\W+1\b/);
    expect(post!.text).toMatch(/Berichten gemaakt\W+3\b/);
    // The reply in the thread; the post above it was sent again already, when the answer could not be taken back any more.
    expect(post!.text).toMatch(/Opnieuw verzonden\W+1\b/);
    expect(await withoutNextStep()).toBe('1');
  });

  it('the next night there is nothing to mend, and the desk is left alone', async () => {
    await until(stage, '2026-11-24T02:11:00Z');
    expect(reviews()).toHaveLength(1);
    expect(await withoutNextStep()).toBe('0');
  });

  it('the desk can ask for it at any moment, and hears also that all is well', async () => {
    const { dirk, desk } = cast;
    await dirk.says('alles nakijken', desk);
    await stage.settled();
    expect(desk.messages.some(({ text }) => text.includes('Alle open aanmeldingen worden nagekeken.'))).toBe(true);
    expect(reviews()).toHaveLength(2);
    expect(reviews().at(-1)!.text).toContain('4 aanmeldingen nagekeken. Alles is in orde.');
  });

  it('nobody else can', async () => {
    const { bram, an, naft, clb } = cast;
    for (const [who, where] of [
      [bram, naft],
      [an, clb],
      [an, an.personal],
    ] as const) {
      await who.says('alles nakijken', where);
      await stage.settled();
      expect(where.messages.at(-1)!.text).not.toContain('worden nagekeken');
    }
    expect(reviews()).toHaveLength(2);
  });
});
