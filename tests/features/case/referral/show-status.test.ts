import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { showStatus } from '../../../../src/features/case/referral/show-status.js';
import { commandIn } from '../../../../src/platform/commands.js';
import { done, refused } from './act.js';
import { atClb, atDesk, atProvider, nobody, sent, stranger, uuid } from './world.js';

const action = showStatus as Action;
const world = { referrals: [sent()] };
const id = { referralId: uuid('1') };

describe('show-status', () => {
  test.each(['2026-0042', '#2026-0042', '2026-42', '2026/0042', ' 42 ', '0042.'])('finds %s', async (reference) => {
    expect(await done(action, { world, data: { reference } })).toEqual({ reply: { show: 'referral-post', with: id } });
  });

  test('shows each side its own card', async () => {
    const data = { reference: '2026-0042' };
    expect(await done(action, { world, by: atProvider(), data })).toEqual({
      reply: { show: 'referral-offer', with: id },
    });
    expect(await done(action, { world, by: atDesk(), data })).toMatchObject({
      reply: { show: 'referral-post', with: id },
    });
    expect(await done(action, { world, by: atClb(), data })).toEqual({ reply: { show: 'referral-post', with: id } });
  });

  test('without a year looks in the year before too', async () => {
    const old = { referrals: [sent({ reference: '2025-0042' })] };
    expect(await done(action, { world: old, data: { reference: '42' } })).toMatchObject({
      reply: { show: 'referral-post' },
    });
  });

  test('does not say that one of somebody else exists', async () => {
    const undelivered = { referrals: [sent({ deliveredAt: null, state: 'registered' })] };
    const unknown = { refused: 'reference-unknown', values: { reference: '2026-0042' } };
    const data = { reference: '2026-0042' };
    for (const by of [stranger(), nobody()]) expect(await refused(action, { world, by, data })).toEqual(unknown);
    expect(await refused(action, { world: undelivered, by: atProvider(), data })).toEqual(unknown);
    expect(await refused(action, { world: {}, data })).toEqual(unknown);
  });

  test('asks for a number when it sees none', async () => {
    for (const reference of ['', 'hallo', '2026-', '0', 'Noor Voorbeeld'])
      expect(await refused(action, { world, data: { reference } })).toEqual({ refused: 'reference-unclear' });
  });

  test('takes what follows the word', () => {
    expect(commandIn([action], 'Status #2026-0042')?.subject).toEqual({ reference: '#2026-0042' });
  });
});
