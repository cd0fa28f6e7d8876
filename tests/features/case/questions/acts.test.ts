import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import type { ReferralId } from '../../../../src/domain/ids.js';
import { answerQuestion } from '../../../../src/features/case/questions/answer-question.js';
import { askQuestion } from '../../../../src/features/case/questions/ask-question.js';
import { leaveNote } from '../../../../src/features/case/questions/leave-note.js';
import { openQuestions } from '../../../../src/features/case/questions/open-questions.js';
import { withdrawQuestion } from '../../../../src/features/case/questions/withdraw-question.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, an, atClb, atDesk, atProvider, stranger, uuid } from '../referral/world.js';
import { answered, asked, closed, noted, questionId, words } from './world.js';

const on = onStage();
const id = { referralId: uuid<ReferralId>('42') };
const one = { ...id, questionId };
const press = (action: { slug: string }, data: object, by = atClb()) => on.stage.press(action, { ...data }, { by });
const refused = async (...given: Parameters<typeof press>) => {
  const result = await press(...given);
  return isRefusal(result) ? result.refused : 'allowed';
};

describe('a question', () => {
  test('is sealed under the trail’s key, and read back with who asked', async () => {
    await on.world.refers(42);
    expect(allowed(await press(askQuestion, { ...id, question: words.asked })).reply).toMatchObject({
      show: 'referral-post',
    });
    const rows = await on.stage.database.kysely.selectFrom('timeline').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('woensdag');
    const [entry] = await on.stage.read.questionsOf(id.referralId);
    expect(entry).toMatchObject({ what: 'asked', side: 'clb', person: an.name, text: words.asked });
  });

  test('of which the trail was forgotten has no words left, and nothing new is asked or answered', async () => {
    await asked(on.world, 'provider');
    const { trailId } = await on.world.referral(42);
    await on.stage.put({ erase: 'trail', id: trailId });
    expect((await on.stage.read.questionsOf(id.referralId))[0]?.text).toBeNull();
    expect(await refused(askQuestion, { ...id, question: 'x' })).toBe('file-closed');
    expect(await refused(answerQuestion, { ...one, answer: 'x' })).toBe('file-closed');
  });

  test('pressed again under another id asks once; the other side may ask meanwhile', async () => {
    await on.world.refers(42);
    const form = await on.stage.form(askQuestion, id, { by: atClb() });
    const data = { ...id, drawnAfter: form['drawnAfter'], question: words.asked };
    await press(askQuestion, data);
    await press(askQuestion, data);
    expect((await on.world.referral(42)).questions).toHaveLength(1);
    allowed(await press(askQuestion, { ...data, question: words.second }, atProvider()));
    expect((await on.world.referral(42)).questions.map(({ by }) => by)).toEqual(['clb', 'provider']);
  });

  test('is answered by the other side or the desk, and by nobody else', async () => {
    await asked(on.world, 'provider');
    expect(await refused(answerQuestion, { ...one, answer: 'x' }, atProvider())).not.toBe('allowed');
    expect(await refused(answerQuestion, { ...one, answer: 'x' }, stranger())).toBe('not-yours');
    expect(await refused(answerQuestion, { ...one, answer: words.answered }, atDesk())).toBe('allowed');
    expect((await on.stage.read.questionsOf(id.referralId))[1]).toMatchObject({ side: 'desk', text: words.answered });
  });

  test('that was answered or closed meanwhile is said so, with how it stands; the same answer again is nothing new', async () => {
    await answered(on.world, 'provider');
    expect(await refused(answerQuestion, { ...one, answer: 'x' }, atDesk())).toBe('somebody-first');
    expect(await refused(withdrawQuestion, one, atProvider())).toBe('somebody-first');
    expect(allowed(await press(answerQuestion, { ...one, answer: 'x' })).cases).toBeUndefined();
  });

  test('of a referral that was withdrawn asks nothing any more', async () => {
    await closed(on.world, 'provider');
    expect(await refused(answerQuestion, { ...one, answer: 'x' }, atDesk())).toBe('somebody-first');
    expect(await refused(askQuestion, { ...id, question: 'x' }, atProvider())).not.toBe('allowed');
    expect(await refused(openQuestions, id, atProvider())).toBe('file-closed');
  });

  test('is read by nobody else, and each reading is noted', async () => {
    await asked(on.world, 'provider');
    expect(await refused(openQuestions, id, stranger())).toBe('not-yours');
    expect(allowed(await press(openQuestions, id)).reply).toEqual({ show: 'opened-questions', with: id });
    const noted = await on.stage.database.kysely
      .selectFrom('timeline')
      .select('data')
      .where('name', '=', 'file-opened')
      .execute();
    expect(noted).toEqual([{ data: { what: 'questions' } }]);
  });
});

describe('a note to the CLB', () => {
  const noted42 = { ...id, note: words.note };

  test('is sealed, told in the thread without its words, and read by the CLB, which is noted', async () => {
    await on.world.refers(42, { state: 'placed' });
    allowed(await press(leaveNote, noted42, atProvider()));
    const { kysely } = on.stage.database;
    expect(JSON.stringify(await kysely.selectFrom('timeline').selectAll().execute())).not.toContain('atelier');
    const messages = await kysely.selectFrom('message').select(['view', 'params']).execute();
    expect(messages.filter(({ view }) => view === 'question-post').map(({ params }) => params)).toMatchObject([
      { what: 'noted' },
    ]);
    expect(allowed(await press(openQuestions, id)).reply).toMatchObject({ show: 'opened-questions' });
    expect(await on.stage.read.questionsOf(id.referralId)).toMatchObject([{ what: 'noted', text: words.note }]);
  });

  test('pressed again under another id is left once', async () => {
    await on.world.refers(42, { state: 'placed' });
    const form = await on.stage.form(leaveNote, id, { by: atProvider() });
    const data = { ...noted42, drawnAfter: form['drawnAfter'] };
    await press(leaveNote, data, atProvider());
    await press(leaveNote, data, atProvider());
    expect(await on.stage.read.questionsOf(id.referralId)).toHaveLength(1);
  });

  test('is left by the provider only, as long as it has the case and the trajectory runs', async () => {
    await on.world.refers(42, { state: 'placed' });
    expect(await refused(leaveNote, noted42)).toBe('only-provider');
    expect(await refused(leaveNote, noted42, stranger())).toBe('only-provider');
    await on.world.happened(42, 'completed', { outcome: 'back-soon' }, { side: 'provider' });
    expect(await refused(leaveNote, noted42, atProvider())).toBe('outdated');
  });

  test('of a referral that was withdrawn meanwhile is not left', async () => {
    await on.world.refers(42, { state: 'placed' });
    await on.world.happened(42, 'withdrawn', { reason: 'solved' }, { side: 'clb' });
    expect(await refused(leaveNote, noted42, atProvider())).toBe('outdated');
  });

  test('of a trail that was forgotten has no words left', async () => {
    await noted(on.world);
    await on.stage.put({ erase: 'trail', id: (await on.world.referral(42)).trailId });
    expect((await on.stage.read.questionsOf(id.referralId))[0]?.text).toBeNull();
    expect(await refused(leaveNote, noted42, atProvider())).toBe('file-closed');
  });
});
