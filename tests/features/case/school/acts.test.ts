import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import { messageAt } from '../../../../src/domain/trajectory/school-message.js';
import { markSchoolSent } from '../../../../src/features/case/school/mark-school-sent.js';
import { openSchoolMessage } from '../../../../src/features/case/school/open-school-message.js';
import { releaseSchoolMessage } from '../../../../src/features/case/school/release-school-message.js';
import { returnSchoolMessage } from '../../../../src/features/case/school/return-school-message.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { withdrawReferral } from '../../../../src/features/case/referral/withdraw-referral.js';
import { reconcileCases } from '../../../../src/features/case/reconcile/reconcile-cases.job.js';
import { schoolMessage } from '../../../../src/features/case/school/school-message.js';
import { skipSchoolMessage } from '../../../../src/features/case/school/skip-school-message.js';
import { takeBackSent } from '../../../../src/features/case/school/take-back-sent.js';
import { writeSchoolMessage } from '../../../../src/features/case/school/write-school-message.js';
import { onStage } from '../referral/on-stage.js';
import { atClb, atDesk, atProvider, clb, provider, stranger } from '../referral/world.js';
import { trajectoryId } from '../trajectory/world.js';
import { asked, left, of, released, returned, sent, skipped, words, written } from './world.js';

const on = onStage();
const message = async (number = 1) => messageAt((await on.stage.read.trajectory(trajectoryId))!.trajectory, number)!;
const press = (action: { slug: string }, data: object, by = atClb()) =>
  on.stage.press(action, { ...of, ...data }, { by });
const refused = async (...given: Parameters<typeof press>) => {
  const result = await press(...given);
  return isRefusal(result) ? result.refused : 'allowed';
};
const text = { text: words.released, consent: 'true' };

describe('a message to the school', () => {
  test('is sealed, and read back by whom it was written', async () => {
    await asked(on.world);
    expect(await refused(writeSchoolMessage, { text: words.written }, atProvider())).toBe('allowed');
    expect((await message()).state).toBe('written');
    const { kysely } = on.stage.database;
    const rows = [
      ...(await kysely.selectFrom('timeline').selectAll().execute()),
      ...(await kysely.selectFrom('message').selectAll().execute()),
      ...(await kysely.selectFrom('trajectory').selectAll().execute()),
    ];
    expect(JSON.stringify(rows)).not.toContain('dinsdag');
    expect(await on.stage.read.schoolTexts(trajectoryId, 1)).toMatchObject([
      { what: 'written', side: 'provider', text: words.written },
    ]);
  });

  test('is written by the provider, or by the desk in its name; by nobody else', async () => {
    await left(on.world);
    expect(await refused(writeSchoolMessage, { text: 'x' })).toBe('only-provider');
    expect(await refused(writeSchoolMessage, { text: 'x' }, stranger())).toBe('not-yours');
    expect(await refused(writeSchoolMessage, { text: 'x' }, atDesk())).toBe('allowed');
  });

  test('written twice by the same press is written once; somebody else hears that it is there already', async () => {
    await asked(on.world);
    await press(writeSchoolMessage, { text: words.written }, atProvider());
    await press(writeSchoolMessage, { text: words.written }, atProvider());
    expect(await on.stage.read.schoolTexts(trajectoryId, 1)).toHaveLength(1);
    expect(await refused(writeSchoolMessage, { text: 'x' }, atDesk())).toBe('outdated');
  });

  test('is read by the CLB, which is noted, and by the provider as long as it is open', async () => {
    await written(on.world);
    expect(await refused(openSchoolMessage, {}, stranger())).toBe('not-yours');
    expect(await press(openSchoolMessage, {})).toMatchObject({ reply: { show: 'opened-school-message' } });
    expect(await refused(openSchoolMessage, {}, atProvider())).toBe('allowed');
    const noted = await on.stage.database.kysely
      .selectFrom('timeline')
      .select('data')
      .where('name', '=', 'file-opened')
      .execute();
    expect(noted).toEqual([{ data: { what: 'school' } }, { data: { what: 'school' } }]);
  });

  test('goes back with a question, and comes again', async () => {
    await written(on.world);
    expect(await refused(returnSchoolMessage, { question: words.asked }, atProvider())).toBe('only-referrer');
    await press(returnSchoolMessage, { question: words.asked });
    expect(await message()).toMatchObject({ state: 'returned', round: 1 });
    expect(await refused(releaseSchoolMessage, text)).toBe('outdated');
    await press(writeSchoolMessage, { text: words.released }, atProvider());
    expect((await message()).state).toBe('written');
  });

  test('is not released without consent; released, its text is shown to copy', async () => {
    await written(on.world);
    expect(await press(releaseSchoolMessage, { text: words.released })).toMatchObject({
      reply: { form: 'release-school-message', errors: { consent: 'consent-missing' } },
    });
    const reply = await press(releaseSchoolMessage, text);
    expect(reply).toMatchObject({ reply: { show: 'opened-school-message' } });
    // What was typed stands in no reply that is kept.
    expect(JSON.stringify(isRefusal(reply) ? null : reply.reply)).not.toContain('dinsdag');
    await press(releaseSchoolMessage, text);
    expect((await on.stage.read.schoolTexts(trajectoryId, 1)).map(({ what }) => what)).toEqual(['written', 'released']);
  });

  test('is sent once, by the CLB or the desk; the provider then reads it no more', async () => {
    await released(on.world);
    expect(await refused(markSchoolSent, {}, atProvider())).toBe('only-referrer');
    await press(markSchoolSent, {});
    await press(markSchoolSent, {});
    expect((await message()).state).toBe('sent');
    expect(await refused(openSchoolMessage, {}, atProvider())).toBe('file-closed');
    expect(await refused(openSchoolMessage, {})).toBe('allowed');
  });

  test.each([
    ['sent', sent],
    ['not wanted this time', skipped],
  ])('that is %s is not written, released or skipped any more', async (_how, given) => {
    await given(on.world);
    expect(await refused(writeSchoolMessage, { text: 'x' }, atProvider())).toBe('outdated');
    expect(await refused(releaseSchoolMessage, text)).toBe('outdated');
    expect(await refused(returnSchoolMessage, { question: 'x' })).toBe('outdated');
  });

  test('is left out this time by the CLB; the next one stands', async () => {
    await returned(on.world);
    expect(await refused(skipSchoolMessage, {}, atProvider())).toBe('only-referrer');
    await press(skipSchoolMessage, {});
    expect((await message()).state).toBe('skipped');
    expect((await message(2)).state).toBe('expected');
  });

  test('of a referral that was withdrawn is not needed any more', async () => {
    await written(on.world);
    await on.world.happened(42, 'withdrawn', { reason: 'solved' }, { side: 'clb' });
    expect((await message()).state).toBe('dropped');
    expect(await refused(releaseSchoolMessage, text)).toBe('outdated');
  });

  test('that was released goes to the school, also when the referral is withdrawn: it stands on the list until then', async () => {
    await released(on.world);
    const { id: referralId, round } = await on.world.referral(42);
    await on.stage.press(withdrawReferral, { referralId, round, reason: 'solved' }, { by: atClb() });
    expect((await message()).state).toBe('released');
    const list = async (of: 'clb' | 'provider') =>
      (
        await on.stage.read.worklist({
          of,
          organisationIds: [of === 'clb' ? clb.id : provider.id],
          personId: null,
          drafts: [],
          now: on.stage.now,
          offset: 0,
          limit: 10,
        })
      ).rows.map((row) => (row.kind === 'referral' ? row.released?.state : null));
    expect([await list('clb'), await list('provider')]).toEqual([['dropped'], []]);
    const card = await on.stage.see(referralPost, { referralId }, atClb());
    expect(JSON.stringify(card)).toContain('"view":"school-message"');
    await on.stage.run(reconcileCases, { asked: true });
    const { subject } = await on.stage.database.kysely
      .selectFrom('due')
      .selectAll()
      .where('job', '=', 'report-reconciled')
      .executeTakeFirstOrThrow();
    expect(subject).toMatchObject({ found: { clocksMade: 0, clocksDropped: 0 } });
    expect(await refused(openSchoolMessage, {})).toBe('allowed');
    await press(markSchoolSent, {});
    expect((await message()).state).toBe('sent');
    expect(await list('clb')).toEqual([]);
  });

  test('that was released before a place was put right stands on the list too, also when there is a place again', async () => {
    await released(on.world);
    await on.world.happened(42, 'answer-corrected', { answer: 'placed', reason: 'wrong-button' });
    const listed = async () =>
      (await on.stage.see(myReferrals, { organisationIds: [clb.id], page: 0 }, null))!['groups'] as {
        word: string;
        rows: { line: string }[];
      }[];
    const expectsIt = async (): Promise<void> => {
      const [first] = await listed();
      expect([first!.word, first!.rows[0]!.line]).toEqual(['Te laat · 1', expect.stringContaining('school')]);
      const { id: referralId } = await on.world.referral(42);
      const card = await on.stage.see(referralPost, { referralId }, atClb());
      expect(JSON.stringify(card)).toContain('"view":"school-message"');
    };
    on.stage.now = new Date('2026-12-18T09:00:00Z');
    await expectsIt();
    await on.world.happened(42, 'placed', {});
    await expectsIt();
    await on.world.happened(42, 'no-match', { reason: 'age', note: null });
    const settled = { to: '2026-0043', chosen: null, from: null, kept: true };
    await on.world.happened(42, 'referred-on', settled, { side: 'clb' });
    await expectsIt();
    expect(await refused(openSchoolMessage, {})).toBe('allowed');
    await press(markSchoolSent, {});
    expect(await listed()).toEqual([]);
  });

  test('said to be sent is taken back for a quarter of an hour; the button stands on nobody’s post', async () => {
    await released(on.world);
    await press(markSchoolSent, {});
    const titles = async (by: Parameters<typeof on.stage.see>[2]) =>
      ((await on.stage.see(schoolMessage, of, by, 'nl')) as { buttons: { verb: string }[] }).buttons.map(
        ({ verb }) => verb,
      );
    expect(await titles(atClb())).toContain('take-back-sent');
    expect(await titles(null)).not.toContain('take-back-sent');
    expect(await refused(takeBackSent, {}, atProvider())).toBe('only-referrer');
    await press(takeBackSent, {});
    await press(takeBackSent, {});
    expect((await message()).state).toBe('released');
    await press(markSchoolSent, {});
    on.stage.now = new Date(on.stage.now.getTime() + 16 * 60_000);
    expect(await refused(takeBackSent, {})).toBe('outdated');
    expect((await message()).state).toBe('sent');
  });

  test('of a trail that was forgotten has no words left, and no new ones are written', async () => {
    await returned(on.world);
    await on.stage.put({ erase: 'trail', id: (await on.world.referral(42)).trailId });
    expect((await on.stage.read.schoolTexts(trajectoryId, 1)).map((one) => one.text)).toEqual([null, null]);
    expect(await refused(writeSchoolMessage, { text: 'x' }, atProvider())).toBe('file-closed');
  });
});
