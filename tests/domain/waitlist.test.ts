import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inOrder, positionOf } from '../../src/domain/waitlist.js';
import { id, referral } from '../support/given.js';

const on = (first: string, registered: string, reference: string) =>
  referral({
    id: id(),
    state: 'waitlisted',
    firstRegisteredAt: new Date(first),
    registeredAt: new Date(registered),
    reference,
  });

const early = on('2026-09-01', '2026-11-01', '2026-0050');
const middle = on('2026-10-01', '2026-10-01', '2026-0031');
const late = on('2026-10-01', '2026-10-02', '2026-0030');
const last = on('2026-10-01', '2026-10-02', '2026-0032');

describe('the waiting list', () => {
  test('goes by the first registration of the trail, then this registration, then reference (R11)', () => {
    expect(inOrder([last, late, early, middle])).toEqual([early, middle, late, last]);
  });

  test('urgent is no order', () => {
    const urgent = { ...last, urgency: 'urgent' as const };
    expect(inOrder([urgent, early]).at(-1)).toBe(urgent);
  });

  test('tells a place from 1, or null for who is not on it', () => {
    expect(positionOf([late, early, middle], middle.id)).toBe(2);
    expect(positionOf([late], early.id)).toBeNull();
  });

  test('is the same whatever order it is read in, and changes nothing in place', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([early, middle, late, last], { minLength: 4 }), (list) => {
        const before = [...list];
        expect(inOrder(list)).toEqual([early, middle, late, last]);
        expect(list).toEqual(before);
      }),
    );
  });
});
