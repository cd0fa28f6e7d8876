import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../src/contracts/actor.js';
import { findCase } from '../../../../src/features/case/referral/find-case.js';
import { referralMention } from '../../../../src/features/case/referral/referral-mention.js';
import { viewContext } from '../../../support/given.js';
import { atClb, atDesk, atProvider, readOf, sent, stranger, uuid, type World } from './world.js';

const one = { referrals: [sent()] };
const found = (text: string, actor: Actor | null, world: World = one) =>
  findCase.find(readOf(world), text, viewContext({ actor }));

describe('find-case', () => {
  test('gives each party the case of a reference, as a card that may stand anywhere', async () => {
    for (const actor of [atClb(), atProvider(), atDesk()])
      expect(await found('2026-0042', actor)).toEqual([
        {
          title: 'Aanmelding 2026-0042',
          line: expect.stringContaining('NAFT Vlaams-Brabant Oost'),
          view: 'referral-mention',
          params: { referralId: uuid('1') },
        },
      ]);
    expect(referralMention.audience).toBe('stored');
  });

  test('without words gives the newest of one’s own organisations; the desk looks by reference', async () => {
    expect(await found('', atClb())).toHaveLength(1);
    expect(await found(' ', atProvider())).toHaveLength(1);
    expect(await found('', atDesk())).toEqual([]);
  });

  test('does not know what is somebody else’s, was not delivered, or is no number', async () => {
    const undelivered = { referrals: [sent({ deliveredAt: null, state: 'registered' })] };
    expect(await found('2026-0042', stranger())).toEqual([]);
    expect(await found('2026-0042', null)).toEqual([]);
    expect(await found('', stranger())).toEqual([]);
    expect(await found('2026-0042', atProvider(), undelivered)).toEqual([]);
    expect(await found('', atProvider(), undelivered)).toEqual([]);
    expect(await found('Noor Voorbeeld', atClb())).toEqual([]);
  });
});
