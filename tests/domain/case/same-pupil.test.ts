import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { furthestFirst, likenessOf, pupilMarks, type SamePupil } from '../../../src/domain/case/same-pupil.js';
import { referralStates } from '../../../src/domain/case/states.js';
import type { ReferralId } from '../../../src/domain/ids.js';
import { id, monday10, referral } from '../../support/given.js';

const birthDate = '2012-03-09';
const marksOf = (name: string, born = birthDate) => pupilMarks({ name, birthDate: born });
const likeness = (one: string, other: string) => likenessOf(marksOf(one), marksOf(other));

describe('likenessOf, with the same birth date', () => {
  it.each([
    ['Zébulon Quackelbeen', 'zebulon  QUACKELBEEN'],
    ['Noor Voorbeeld', 'Voorbeeld, Noor'],
    ['Anne-Sophie Maes', 'Sophie Anne Maes'],
  ])('%s and %s are written the same', (one, other) => expect(likeness(one, other)).toBe('same'));

  it.each([
    ['Elif Yıldız', 'Elif Yildiz'],
    ['Tom Van den Berghe', 'Vandenberghe Tom'],
    ['Tom Van den Berghe', 'Tom Vanden Berge'],
    ['Jan Karel Claes', 'Jan Claes'],
    ['Jan Karel Claes', 'Claes Jan-Karel Maria'],
    ['Mohamed Amrani', 'Mohammed Amrani'],
    ['Mohamed El Amrani', 'Elamrani Muhammad'],
    ['Mohamed Ben Ali', 'Mohamed Benali'],
    ['Emma Peeters', 'Emma Peeters Janssens'],
    ['Aleksandra Wiśniewska', 'Wisniewska Alexandra'],
    ['Lies D’Hondt', 'Lies Dhont'],
    ['Annesophie de Béthune', 'Anne Sophie de Bethune'],
    ['Jan K. Claes', 'Jan Karel Claes'],
    ['Katrien De Smet', 'Catrien Desmedt'],
  ])('%s may be %s', (one, other) => {
    expect(likeness(one, other)).toBe('likely');
    expect(likeness(other, one)).toBe('likely');
  });

  it.each([
    ['Lina Peeters', 'Luna Peeters'],
    ['Noah Peeters Janssens', 'Emma Peeters Janssens'],
    ['Elias Claes', 'Elisa Claes'],
    ['Mohamed Amine Amrani', 'Mohamed Ilyas Amrani'],
    ['Tom Van den Berghe', 'Tim Van den Berghe'],
    ['Jan Claes', 'Jana Claes'],
    ['Amy Maes', 'May Maes'],
    ['Jan Claes', 'Jan Peeters'],
    ['Peeters', 'Emma Peeters'],
    ['Simon De Wit', 'Simone Dewit'],
  ])('%s is not %s: twins share all but their first name', (one, other) => expect(likeness(one, other)).toBeNull());

  it('is about pupils of one day only', () => {
    expect(likenessOf(marksOf('Jan Claes'), marksOf('Jan Claes', '2012-03-10'))).toBeNull();
  });
});

describe('whatever the name', () => {
  const first = fc.constantFrom('Elif', 'Mohamed', 'Tom', 'Lina', 'Noor', 'Anne', 'Xander', 'Yasmine');
  const family = fc.constantFrom('Yıldız', 'Van den Berghe', 'Claes', 'El Amrani', 'De Smet', 'Wiśniewska', 'Peeters');
  const name = fc.tuple(first, family);
  const accents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/ł/g, 'l');

  it('another order, capitals, accents or spaces make no other pupil', () => {
    fc.assert(
      fc.property(name, fc.boolean(), fc.boolean(), ([one, other], turned, loud) => {
        const written = turned ? `${other} ${one}` : `${one} ${other}`;
        const again = accents(loud ? written.toUpperCase() : written.replace(/ /g, '  '));
        expect(likeness(`${one} ${other}`, again)).not.toBeNull();
      }),
    );
  });

  it('a name more is still the pupil, another first name is not', () => {
    fc.assert(
      fc.property(name, first, ([one, other], more) => {
        fc.pre(one !== more);
        expect(likeness(`${one} ${other}`, `${one} ${more} ${other}`)).toBe('likely');
        expect(likeness(`${one} ${other}`, `${more} ${other}`)).toBeNull();
      }),
    );
  });

  it('is the same both ways, and never throws', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect(likeness(one, one)).toBe('same');
      }),
    );
  });
});

describe('furthestFirst', () => {
  const found = fc.record({
    referral: fc
      .record({ state: fc.constantFrom(...referralStates), days: fc.nat({ max: 300 }) })
      .map(({ state, days }) =>
        referral({ id: id<ReferralId>(), state, registeredAt: new Date(monday10.getTime() - days * 86_400_000) }),
      ),
    likeness: fc.constantFrom('same' as const, 'likely' as const),
  });

  it('puts the same pupil first, then who is furthest, and loses nobody', () => {
    fc.assert(
      fc.property(fc.array(found, { maxLength: 8 }), (all) => {
        const sorted = furthestFirst(all);
        expect(new Set(sorted)).toEqual(new Set(all));
        expect(furthestFirst([...all].reverse()).map(({ referral: { state } }) => state)).toEqual(
          sorted.map(({ referral: { state } }) => state),
        );
      }),
    );
  });

  it('a place, then a free place, the waiting list, and so on', () => {
    const of = (state: (typeof referralStates)[number], likely = false): SamePupil => ({
      referral: referral({ state }),
      likeness: likely ? 'likely' : 'same',
    });
    const sorted = furthestFirst([
      of('delivered'),
      of('placed', true),
      of('waitlisted'),
      of('placed'),
      of('contacted'),
    ]);
    expect(sorted.map(({ referral: { state } }) => state)).toEqual([
      'placed',
      'waitlisted',
      'contacted',
      'delivered',
      'placed',
    ]);
  });
});
