import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { referralStates } from '../../../../src/domain/case/states.js';
import { openFile } from '../../../../src/features/case/privacy/open-file.js';
import { press, pressed } from '../dispatch/press.js';
import { atClb, atDesk, atProvider, sent, stranger } from '../dispatch/world.js';

const action = openFile as Action;
const id = { referralId: sent().id };
const opened = {
  changes: [{ put: 'readLog', row: { ...id, what: 'case-file' } }],
  reply: { show: 'opened-file', with: id },
};

describe('open-file', () => {
  test.each(referralStates)(
    'the referrer’s CLB and the desk may always (%s), and each opening is logged',
    async (state) => {
      const world = { referrals: [sent({ state })] };
      expect(await pressed(action, atClb(), world, id)).toEqual(opened);
      expect(await pressed(action, atDesk(), world, id)).toEqual(opened);
    },
  );

  test.each(['delivered', 'contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'place-free'] as const)(
    'the provider may while it has a part: %s',
    async (state) => {
      expect(await pressed(action, atProvider(), { referrals: [sent({ state })] }, id)).toEqual(opened);
    },
  );

  test.each(['full', 'no-match', 'withdrawn'] as const)('when its part is closed it may no more: %s', async (state) => {
    expect(await press(action, atProvider(), { referrals: [sent({ state })] }, id)).toEqual({
      refused: 'file-closed',
      show: { view: 'referral-offer', with: id },
    });
  });

  test('before delivery, and for another organisation, it is not theirs', async () => {
    const early = { referrals: [sent({ state: 'registered', deliveredAt: null })] };
    expect(await press(action, atProvider(), early, id)).toEqual({ refused: 'not-yours' });
    expect(await press(action, stranger(), { referrals: [sent()] }, id)).toEqual({ refused: 'not-yours' });
    expect(await press(action, atClb(), {}, id)).toEqual({ refused: 'not-found' });
  });

  test('from before the desk it leads back there', async () => {
    const outcome = await pressed(action, atDesk(), { referrals: [sent()] }, { ...id, why: 'overdue' });
    expect(outcome.reply).toEqual({ show: 'opened-file', with: { ...id, why: 'overdue' } });
  });
});
