import { expect, test } from '@jest/globals';
import { longestRead } from '../../../src/lib/personal-data/find-personal-data.js';
import fc from 'fast-check';
import { findingKinds, findPersonalData } from '../../../src/lib/personal-data/index.js';
import { sentences, today } from './sentences.js';

/** Any text that does not run on into what is put in it: its edges are no letters, digits or signs of a number. */
const around = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...sentences.map(({ text }) => text)))
  .map((text) => ({ before: `${text.replace(/\d/g, '#')} | `, after: ` | ${text}` }));

const two = (value: number) => String(value).padStart(2, '0');
const three = (value: number) => String(value).padStart(3, '0');

const nationalNumber = fc
  .record({
    year: fc.integer({ min: 1930, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.integer({ min: 1, max: 997 }),
    dot: fc.constantFrom('', '.', ' ', '/', '-'),
    dash: fc.constantFrom('', '-', ' ', ' - ', '–'),
    last: fc.constantFrom('', '.', ' ', '-'),
  })
  .map(({ year, month, day, serial, dot, dash, last }) => {
    const body = `${two(year % 100)}${two(month)}${two(day)}${three(serial)}`;
    const check = 97 - (Number(year < 2000 ? body : `2${body}`) % 97);
    return [two(year % 100), dot, two(month), dot, two(day), dash, three(serial), last, two(check)].join('');
  });

const covered = (text: string, at: number, length: number, kinds: readonly string[], known = {}) =>
  findPersonalData(text, today, known).some(
    (finding) => kinds.includes(finding.kind) && finding.at <= at && finding.at + finding.length >= at + length,
  );

test('a valid national number in any spelling inside any text is found', () => {
  fc.assert(
    fc.property(nationalNumber, around, (number, { before, after }) => {
      expect(covered(before + number + after, before.length, number.length, ['national-number'])).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });
const gap = fc.constantFrom('', ' ', '.', '/', '-');

test('a mobile number in any grouping inside any text is found', () => {
  const number = fc
    .record({ prefix: fc.constantFrom('0', '+32', '+32 ', '0032 ', '+32 (0)'), two: fc.integer({ min: 45, max: 49 }) })
    .chain(({ prefix, two: operator }) =>
      fc.tuple(digits(7), gap, gap, gap).map(([d, a, b, c]) => {
        const [first, ...rest] = d;
        return `${prefix}${operator}${first}${a}${rest.slice(0, 2).join('')}${b}${rest.slice(2, 4).join('')}${c}${rest.slice(4).join('')}`;
      }),
    );
  fc.assert(
    fc.property(number, around, (phone, { before, after }) => {
      // Eleven digits may happen to be a valid national number: found all the same.
      const kinds = ['phone', 'national-number'];
      expect(covered(before + phone + after, before.length, phone.length, kinds)).toBe(true);
    }),
    // A number after a plus that happens to hold a valid national number: one day it was taken for half of itself.
    { numRuns: 500, examples: [['+32 461568780', { before: '| ', after: ' |' }]] },
  );
});

test('findings lie inside the text, in order, apart from each other, and hold only kind and place', () => {
  const parts = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...sentences.map(({ text }) => text)), nationalNumber),
    { maxLength: 5 },
  );
  const names = fc.array(fc.string({ unit: 'binary' }), { maxLength: 2 });
  fc.assert(
    fc.property(parts, names, names, names, names, (some, pupilNames, schoolNames, phones, emails) => {
      const text = some.join(' ');
      let from = 0;
      for (const finding of findPersonalData(text, today, { pupilNames, schoolNames, phones, emails })) {
        expect(Object.keys(finding).sort()).toEqual(['at', 'kind', 'length']);
        expect(findingKinds).toContain(finding.kind);
        expect(finding.length).toBeGreaterThan(0);
        expect(finding.at).toBeGreaterThanOrEqual(from);
        from = finding.at + finding.length;
        expect(from).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

const firstNames = ['Yasmine', 'Zoë', 'Łukasz', 'François', 'Nguyễn', 'Søren', 'D’hondt', 'Precious', 'Xander', 'Ömer'];
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  (name) => name.replace('’', "'"),
];

test('a known name in any order, case and accents inside any text is found, also by one of its parts', () => {
  const written = fc.record({
    first: fc.constantFrom(...firstNames),
    last: fc.constantFrom('El Amrani', 'Van de Velde', 'Wójcik', 'Peeters'),
    spell: fc.constantFrom(...spellings),
    order: fc.constantFrom('first', 'first last', 'last first', 'last, first'),
  });
  fc.assert(
    fc.property(written, around, ({ first, last, spell, order }, { before, after }) => {
      const name = spell(order.replace('first', first).replace('last', last));
      const at = before.length + (name.length - spell(first).length) * (order.startsWith('last') ? 1 : 0);
      const known = { pupilNames: [`${last} ${first}`] };
      expect(covered(before + name + after, at, spell(first).length, ['pupil-name'], known)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

/** Texts that repeat the beginning of something personal without end. */
const endless = ['1 ', 'A. ', 'Sint-', 'a', 'van De ', `${sentences[0]!.text} `].map((part) =>
  part.repeat(longestRead),
);
const phone = '. Bel 0470 12 34 56';

test.each(endless)('what stands at the end of a long text is found, as far as a text is read (%#)', (text) => {
  const read = `${text.slice(0, longestRead - phone.length)}${phone}`;
  expect(findPersonalData(read, today).at(-1)).toMatchObject({ kind: 'phone', at: longestRead - 13 });
});

test.each(endless)('nothing is read further (%#)', (text) => {
  const within = text.slice(0, longestRead);
  expect(findPersonalData(`${within}${phone}`, today)).toEqual(findPersonalData(within, today));
});

/** Reads a text of many equal parts, and says how long the quickest of three times took. */
const quickest = (text: string): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const begin = performance.now();
      findPersonalData(text, today);
      return performance.now() - begin;
    }),
  );

test.each([
  'Ab-Ab-',
  'a',
  '1 ',
  'A.',
  'a@',
  '@a',
  'heet ',
  'Ab ',
  'EL ',
  'Sint-',
  'van De ',
  'mama van ',
  'a punt ',
  '(',
])('a text of nothing but %s is read in a moment, however often it is repeated', (part) => {
  expect(quickest(part.repeat(longestRead).slice(0, longestRead))).toBeLessThan(150);
  expect(quickest(part.repeat(60_000))).toBeLessThan(150);
});
