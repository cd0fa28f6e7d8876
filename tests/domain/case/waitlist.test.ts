import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReferralId, TrailId } from '../../../src/domain/ids.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import { inOrder, positionOf } from '../../../src/domain/case/waitlist.js';
import { id, referral } from '../../support/given.js';

const on = (first: string, registered: string, reference: string): Referral =>
  referral({
    id: id<ReferralId>(),
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

  test('tells a place from 1, or null for who is not on it', () => {
    expect(positionOf([late, early, middle], middle.id)).toBe(2);
    expect(positionOf([late], early.id)).toBeNull();
  });
});

/** Few days, so that many wait since the same one. */
const day = fc.integer({ min: 1, max: 6 }).map((date) => new Date(Date.UTC(2026, 8, date)));

/** Any waiting list: a registration is never before the trail's first one, references are unique. */
const list = fc
  .array(
    fc.record({
      first: day,
      later: fc.integer({ min: 0, max: 3 }),
      urgent: fc.boolean(),
      called: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ first, later, urgent, called }, index) =>
      referral({
        id: id<ReferralId>(),
        trailId: id<TrailId>(),
        reference: `2026-${String(index + 1).padStart(4, '0')}`,
        firstRegisteredAt: first,
        registeredAt: new Date(first.getTime() + later * 86_400_000),
        urgency: urgent ? 'urgent' : 'normal',
        state: called ? 'place-free' : 'waitlisted',
      }),
    ),
  );
const shuffledTwice = list.chain((one) =>
  fc.tuple(fc.constant(one), fc.shuffledSubarray([...one], { minLength: one.length })),
);
const references = (some: readonly Referral[]): string[] => inOrder(some).map(({ reference }) => reference);

describe('any waiting list', () => {
  test('is the same whatever order it is read in, and changes nothing in place', () => {
    fc.assert(
      fc.property(shuffledTwice, ([one, shuffled]) => {
        const before = [...shuffled];
        expect(references(shuffled)).toEqual(references(one));
        expect(shuffled).toEqual(before);
      }),
    );
  });

  test('loses nobody and counts nobody twice', () => {
    fc.assert(
      fc.property(list, (one) => {
        const ordered = inOrder(one);
        expect(ordered).toHaveLength(one.length);
        expect(new Set(ordered)).toEqual(new Set(one));
      }),
    );
  });

  test('has the places 1 to n without gaps', () => {
    fc.assert(
      fc.property(list, (one) => {
        const places = one.map(({ id: who }) => positionOf(one, who) ?? 0).sort((a, b) => a - b);
        expect(places).toEqual(one.map((_one, index) => index + 1));
      }),
    );
  });

  test('puts nobody before who was registered first', () => {
    fc.assert(
      fc.property(list, (one) => {
        const ordered = inOrder(one);
        for (const [index, next] of ordered.slice(1).entries())
          expect(ordered[index]!.firstRegisteredAt <= next.firstRegisteredAt).toBe(true);
      }),
    );
  });

  test('keeps a pupil who is referred on at the place of the trail, before whoever was registered after it (R12)', () => {
    fc.assert(
      fc.property(list, day, (one, first) => {
        const referredOn = on(first.toISOString(), '2026-12-24', '2026-9999');
        const before = one.filter(({ firstRegisteredAt }) => firstRegisteredAt < first).length;
        const same = one.filter(({ firstRegisteredAt }) => firstRegisteredAt.getTime() === first.getTime()).length;
        expect(positionOf([...one, referredOn], referredOn.id)).toBe(before + same + 1);
        expect(references([...one, referredOn]).filter((reference) => reference !== '2026-9999')).toEqual(
          references(one),
        );
      }),
    );
  });

  test('is not reordered by urgent, nor by a place that came free', () => {
    fc.assert(
      fc.property(list, (one) => {
        const flipped = one.map((each) => ({
          ...each,
          urgency: each.urgency === 'urgent' ? ('normal' as const) : ('urgent' as const),
          state: each.state === 'waitlisted' ? ('place-free' as const) : ('waitlisted' as const),
        }));
        expect(references(flipped as typeof one)).toEqual(references(one));
      }),
    );
  });

  test('moves up by one for those behind when somebody leaves, and for nobody else', () => {
    fc.assert(
      fc.property(list, fc.nat(), (one, seed) => {
        fc.pre(one.length > 0);
        const gone = one[seed % one.length]!;
        const place = positionOf(one, gone.id)!;
        const rest = one.filter((each) => each !== gone);
        for (const { id: who } of rest) {
          const was = positionOf(one, who)!;
          expect(positionOf(rest, who)).toBe(was > place ? was - 1 : was);
        }
      }),
    );
  });
});
