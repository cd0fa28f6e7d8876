import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import type { Person } from '../support/fake-teams/index.js';
import { fillsIn, ordinary, refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const pupil = (name: string) => ({ pupil: { ...ordinary.pupil, pupilName: name } });

describe.each(engines)('several people at the same moment, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let arne: Person;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    arne = stage.teams.person('Arne Wouters');
    cast.clb.people.add(arne);
    await arne.says('help', cast.clb);
    await stage.settled();
  });
  afterAll(() => stage.close());

  const happenedTo = async (reference: string): Promise<string[]> => {
    const rows = await stage.database.kysely
      .selectFrom('event')
      .innerJoin('referral', 'referral.id', 'event.referralId')
      .select('event.name')
      .where('referral.reference', '=', reference)
      .orderBy('event.at')
      .execute();
    return rows.map(({ name }) => name);
  };
  const count = async (reference: string, name: string) =>
    (await happenedTo(reference)).filter((each) => each === name).length;
  const wasFirst = /was u net voor/;

  it('one contacts, the other sees who was first', async () => {
    const { bram, bea, naft, clb } = cast;
    const reference = await refers(stage, cast.an);
    const answers = await Promise.all([bram, bea].map((who) => who.presses('Gecontacteerd', {}, { in: naft })));
    await stage.settled();
    expect(answers.filter(({ text }) => wasFirst.test(text))).toHaveLength(1);
    expect(answers.every(({ text }) => text.includes('Gecontacteerd'))).toBe(true);
    expect(await count(reference, 'contacted')).toBe(1);
    const replies = clb.repliesTo(clb.botPosts.find((post) => post.text.includes(reference))!);
    expect(replies.filter(({ summary }) => summary.includes('contact'))).toHaveLength(1);
  });

  it('of two different answers one counts', async () => {
    const { bram, bea, naft } = cast;
    const reference = await refers(stage, cast.an, pupil('Leerling Twee'));
    const on = naft.botPosts.find((post) => post.text.includes(reference))!;
    await bram.presses('Wachtlijst', {}, { on });
    await bea.presses('Geen match', {}, { on });
    const answers = await Promise.all([
      bram.presses('Op de wachtlijst zetten', { kept: 'yes' }, { on }),
      bea.presses('Geen match', { reason: 'other' }, { on, verb: 'refuse-match' }),
    ]);
    await stage.settled();
    expect(answers.filter(({ text }) => wasFirst.test(text))).toHaveLength(1);
    expect((await count(reference, 'waitlisted')) + (await count(reference, 'no-match'))).toBe(1);
  });

  it('of keeping and withdrawing one comes first, and both see the present state', async () => {
    const { an, bram, naft, clb } = cast;
    const reference = await refers(stage, an, pupil('Leerling Drie'));
    const offer = naft.botPosts.find((post) => post.text.includes(reference))!;
    await bram.presses('Wachtlijst', {}, { on: offer });
    await bram.presses('Op de wachtlijst zetten', { kept: 'not-asked' }, { on: offer });
    await stage.settled();
    const on = clb.botPosts.find((post) => post.text.includes(reference))!;
    await arne.presses('Intrekken', {}, { on });
    const [kept, withdrawn] = await Promise.all([
      an.presses('Ja, op de wachtlijst', {}, { on }),
      arne.presses('Intrekken', { reason: 'solved' }, { on, verb: 'withdraw-referral' }),
    ]);
    await stage.settled();
    expect(await count(reference, 'withdrawn')).toBe(1);
    expect(await count(reference, 'kept')).toBeLessThanOrEqual(1);
    expect(withdrawn.text).toContain('Ingetrokken');
    expect(kept.text).toContain(reference);
  });

  it('makes one referral when it is sent from two devices at once', async () => {
    const { an, clb } = cast;
    await fillsIn(stage, an, pupil('Leerling Vier'));
    const receipts = await Promise.all([1, 2, 3, 4].map(() => an.presses('Verzenden', {}, { in: an.personal })));
    await stage.settled();
    const references = new Set(receipts.map(({ text }) => /\d{4}-\d{4}/.exec(text)?.[0]));
    expect([...references]).toEqual(['2026-0004']);
    expect(clb.botPosts.filter((post) => post.text.includes('2026-0004'))).toHaveLength(1);
  });

  it('numbers referrals that are sent together without a gap or a double', async () => {
    const workers = ['Eva', 'Fien', 'Gert', 'Hans', 'Ilse', 'Jef'].map((name) =>
      stage.teams.person(`${name} Vermeulen`),
    );
    for (const who of workers) {
      cast.clb.people.add(who);
      await who.says('help', cast.clb);
      await stage.settled();
      await fillsIn(stage, who, pupil(`Leerling van ${who.name}`));
    }
    const receipts = await Promise.all(workers.map((who) => who.presses('Verzenden', {}, { in: who.personal })));
    await stage.settled();
    const references = receipts.map(({ text }) => /\d{4}-\d{4}/.exec(text)?.[0]).sort();
    expect(references).toEqual(['2026-0005', '2026-0006', '2026-0007', '2026-0008', '2026-0009', '2026-0010']);
    for (const reference of references)
      expect(cast.naft.botPosts.filter((post) => post.text.includes(reference!))).toHaveLength(1);
  });

  it('takes thirty presses at once on one referral as one answer', async () => {
    const { bram, bea, naft } = cast;
    const on = naft.botPosts.find((post) => post.text.includes('2026-0010'))!;
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => (n % 2 === 0 ? bram : bea).presses('Gecontacteerd', {}, { on })),
    );
    await stage.settled();
    expect(await count('2026-0010', 'contacted')).toBe(1);
    expect(answers.filter(({ text }) => wasFirst.test(text))).toHaveLength(15);
  });

  it('nobody loses again and again when a whole team opens one file, each of them twice', async () => {
    const { an, clb } = cast;
    const reference = await refers(stage, an, pupil('Leerling Elf'));
    const on = clb.botPosts.find((post) => post.text.includes(reference))!;
    const team = Array.from({ length: 20 }, (_, n) => stage.teams.person(`Collega ${n}`));
    for (const who of team) clb.people.add(who);
    const answers = await Promise.all([...team, ...team].map((who) => who.presses('Bekijken', {}, { on })));
    await stage.settled();
    for (const { text } of answers) expect(text).toContain('Leerling Elf');
    const readLog = stage.database.kysely.selectFrom('timeline').select('id').where('name', '=', 'file-opened');
    expect(await readLog.execute()).toHaveLength(40);
  });
});
