import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName, meantWords, nameRing, nameWords, soundsOf } from '../../../src/lib/names/index.js';

const soundsAlike = (one: string, other: string): boolean =>
  soundsOf(foldName(one)).some((sound) => soundsOf(foldName(other)).includes(sound));

describe('soundsOf', () => {
  it.each([
    ...[
      ['Mohamed', 'Mohammed'],
      ['Mohamed', 'Muhammad'],
      ['Yıldız', 'Yildiz'],
      ['Sofie', 'Sophie'],
      ['Yasmine', 'Jasmine'],
    ],
    ...[
      ['Aïcha', 'Aisha'],
      ['Claes', 'Claeys'],
      ['Claes', 'Klaas'],
      ['Thijs', 'Tijs'],
      ['Peeters', 'Peters'],
    ],
    ...[
      ['Keyser', 'Keyzer'],
      ['Łukasz', 'Lukasz'],
      ['Lucas', 'Lukas'],
      ['Ilias', 'Ilyas'],
      ['Çelik', 'Celik'],
    ],
    ...[
      ['Katrijn', 'Catrijn'],
      ['Wouters', 'Wauters'],
      ['Dupont', 'Dupond'],
      ['Müller', 'Mueller'],
      ['Noa', 'Noah'],
    ],
    ...[
      ['Huysmans', 'Huijsmans'],
      ['Mathias', 'Matthias'],
      ['Chloé', 'Cloë'],
      ['Oğuz', 'Oguz'],
      ['Berghe', 'Berge'],
    ],
  ])('%s is %s', (one, other) => expect(soundsAlike(one, other)).toBe(true));

  it.each([
    ...[
      ['Lina', 'Luna'],
      ['Tim', 'Tom'],
      ['Robin', 'Ruben'],
      ['Elias', 'Elisa'],
      ['Jan', 'Jana'],
      ['Sara', 'Zara'],
    ],
    ...[
      ['Tina', 'Dina'],
      ['Simon', 'Simone'],
      ['Louis', 'Louise'],
      ['Daniel', 'Daniela'],
      ['Julie', 'Julia'],
      ['Elif', 'Elis'],
    ],
    ...[
      ['Mia', 'Mila'],
      ['Noor', 'Nora'],
      ['Emma', 'Emmy'],
      ['Karsten', 'Kirsten'],
      ['Mehmet', 'Mohamed'],
      ['Leo', 'Lea'],
    ],
    ...[
      ['Arne', 'Jarne'],
      ['Maria', 'Mara'],
      ['Gabriel', 'Gabriela'],
      ['Lars', 'Lara'],
      ['Ayaan', 'Anna'],
      ['Vera', 'Fera'],
    ],
  ])('%s is not %s', (one, other) => expect(soundsAlike(one, other)).toBe(false));

  it('never throws, and gives one or two sounds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        expect([1, 2]).toContain(soundsOf(word).length);
      }),
    );
  });
});

describe('nameWords', () => {
  it.each([
    ['Tom Van den Berghe', ['tom', 'berghe']],
    ['Vandenberghe Tom', ['berghe', 'tom']],
    ['VANDEN BERGHE, Tom', ['berghe', 'tom']],
    ['Els De Wit', ['els', 'wit']],
    ['Els Dewit', ['els', 'wit']],
    ['Mohamed El Khattabi', ['mohamed', 'khattabi']],
    ['Lies D’Hondt', ['lies', 'dhondt']],
    ["Lies D'hondt", ['lies', 'dhondt']],
    ['Anne-Sophie de Béthune', ['anne', 'sophie', 'bethune']],
    ['Jan K. Claes', ['jan', 'claes']],
    ['Anh Le', ['anh', 'le']],
    ['Елена Иванова', ['elena', 'ivanova']],
    ['123', []],
  ])('%s: %j', (name, words) => expect(nameWords(name)).toEqual(words));
});

describe('meantWords', () => {
  it.each([
    ['elamrani', ['elamrani', 'amrani']],
    ['alkhatib', ['alkhatib', 'khatib']],
    ['elena', ['elena']],
    ['elmira', ['elmira']],
  ])('%s: %j', (word, meant) => expect(meantWords(word)).toEqual(meant));
});

describe('nameRing', () => {
  it('is the same whichever name comes first and wherever it is split', () => {
    const part = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.array(part, { minLength: 1, maxLength: 3 }),
        (first, family) => {
          const ring = nameRing([...first, ...family].join(' '));
          expect(nameRing([...family, ...first].join(' '))).toBe(ring);
          expect(nameRing(`${family.join('')}  ${first.join('-')}`.toUpperCase())).toBe(ring);
        },
      ),
    );
  });

  it.each([
    ['Elias Peeters', 'Elisa Peeters'],
    ['Amy Claes', 'May Claes'],
    ['Noa Maes', 'Ona Maes'],
  ])('%s is not %s', (one, other) => expect(nameRing(one)).not.toBe(nameRing(other)));
});
