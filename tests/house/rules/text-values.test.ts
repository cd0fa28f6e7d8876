import { describe, expect, test } from '@jest/globals';
import { fillings, moment, spokenFaults } from './text-values.js';

test('a text is said in each of its ways', () => {
  expect(fillings('Niets te vullen.')).toEqual([{}]);
  expect(fillings('Tot {until}.')).toEqual([{ until: moment }, { until: 1 }]);
  expect(fillings('{n, plural, =1 {1 dag} other {# dagen}}')).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
  expect(fillings('{why, select, none {} other {: {why}}}').map(({ why }) => why)).toEqual(['none', moment]);
});

describe('a sentence with its values in it', () => {
  test.each(['Tot di 1 dec., 18.12 u. Alleen u ziet ze.', 'Wacht…', 'Er is 1 antwoord.', 'Stap 1 van 6'])(
    '%s is right',
    (told) => {
      expect(spokenFaults(told)).toEqual([]);
    },
  );

  test.each([
    ['Tot di 1 dec., 18.12 u.. Alleen u ziet ze.', /two full stops/],
    ['Tot **31 aug.**.', /two full stops/],
    ['Is ze nog nodig?.', /two full stops/],
    ['Bezorgd .', /space/],
    ['0 van 1 mensen antwoordden', /one as many/],
  ])('%s is not', (told, fault) => {
    expect(spokenFaults(told).join()).toMatch(fault);
  });
});
