import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../src/contracts/action.js';
import { showStatus } from '../../../src/features/referral/show-status.js';
import { textAt } from '../../../src/texts/index.js';
import { done, refused } from './act.js';
import { atClb, atDesk, atProvider, nobody, sent, stranger, uuid } from './world.js';

const action = showStatus as Action;
const mine = sent({ reference: '2026-0042' });
const world = { referrals: [mine] };
const referralId = mine.id;

describe('show-status', () => {
  test.each(['2026-0042', '2026-42', '#2026-0042', ' 42 ', '2026/42', '“2026-0042”'])(
    'understands %s',
    async (reference) => {
      const outcome = await done(action, { world, by: atClb(), data: { reference } });
      expect(outcome).toEqual({ reply: { show: 'referral-post', with: { referralId } } });
    },
  );

  test('shows each side its own card', async () => {
    const data = { reference: '2026-0042' };
    const offer = await done(action, { world, by: atProvider(), data });
    expect(offer.reply).toEqual({ show: 'referral-offer', with: { referralId } });
    const desk = await done(action, { world, by: atDesk(), data });
    expect(desk.reply).toEqual({ show: 'referral-post', with: { referralId, side: 'desk' } });
  });

  test('does not tell whether a referral of somebody else exists', async () => {
    const unknown = await refused(action, { world: {}, by: atClb(), data: { reference: '2026-0042' } });
    expect(unknown).toEqual({ refused: 'reference-unknown', values: { reference: '2026-0042' } });
    for (const by of [stranger(), nobody()])
      expect(await refused(action, { world, by, data: { reference: '2026-0042' } })).toEqual(unknown);
  });

  test('before delivery it does not exist for its provider (R4)', async () => {
    const early = { referrals: [{ ...mine, state: 'registered' as const, deliveredAt: null }] };
    const answer = await refused(action, { world: early, by: atProvider(), data: { reference: '2026-0042' } });
    expect(answer.refused).toBe('reference-unknown');
  });

  test('a number alone is of this year, or else of the year before', async () => {
    const old = sent({ id: uuid('8'), reference: '2025-0042' });
    const data = { reference: '42' };
    const both = await done(action, { world: { referrals: [old, mine] }, data });
    expect(both.reply).toMatchObject({ with: { referralId: mine.id } });
    const one = await done(action, { world: { referrals: [old] }, data });
    expect(one.reply).toMatchObject({ with: { referralId: old.id } });
  });

  test.each(['', 'van Noor', '0', '2026-', '2026-0042 graag'])('“%s” is answered with how to write it', async (text) => {
    const answer = await refused(action, { world, data: { reference: text } });
    expect(answer).toEqual({ refused: 'reference-unclear' });
    expect(textAt('nl', 'common.refusals.reference-unclear')).toContain('status 2026-0042');
  });

  test('what is typed never comes back when it is no reference', async () => {
    const answer = await refused(action, { world, data: { reference: 'Noor Voorbeeld' } });
    expect(JSON.stringify(answer)).not.toContain('Noor');
  });
});
