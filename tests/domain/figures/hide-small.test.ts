import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  countCuts,
  hideSmall,
  shownAt,
  showTimes,
  sumOf,
  type Count,
  type Cut,
  type ShownCount,
} from '../../../src/domain/figures/index.js';
import { canBeWorkedOut, countsOf, tables } from './reader.js';

const byRegion = countCuts['registered-by-region'];
const byAge = countCuts['referred-on'];
const region = (name: string, count: number): Count => ({ by: { region: name }, count });
const cell = (name: string, ageGroup: string, count: number): Count => ({ by: { region: name, ageGroup }, count });
const shown = (table: readonly ShownCount[]): Record<string, unknown> =>
  Object.fromEntries(table.map((line) => [Object.values(line.by).join(' ') || 'total', line.shown]));

describe('small numbers', () => {
  test('large ones and zero are told', () => {
    expect(shown(hideSmall([region('VBO', 10), region('AHV', 5)], byRegion))).toEqual({
      ...{ total: 15, VBO: 10, AHV: 5, outside: 0 },
    });
  });

  test('one small one takes another with it, because the total would give it away', () => {
    expect(shown(hideSmall([region('VBO', 10), region('AHV', 3), region('outside', 7)], byRegion))).toEqual({
      ...{ total: 20, VBO: 10, AHV: 'small', outside: 'hidden' },
    });
  });

  test('two small ones hide each other, unless both are at their highest', () => {
    expect(shown(hideSmall([region('VBO', 10), region('AHV', 3), region('outside', 2)], byRegion))).toEqual({
      ...{ total: 15, VBO: 10, AHV: 'small', outside: 'small' },
    });
    expect(shown(hideSmall([region('VBO', 10), region('AHV', 4), region('outside', 4)], byRegion))).toEqual({
      ...{ total: 18, VBO: 'hidden', AHV: 'small', outside: 'small' },
    });
  });

  test('a small total is not told either', () => {
    expect(shown(hideSmall([region('VBO', 3)], byRegion))).toEqual({
      ...{ total: 'small', VBO: 'small', AHV: 0, outside: 0 },
    });
  });

  test('when nothing else helps, only the grand total is told', () => {
    expect(shown(hideSmall([region('VBO', 4), region('AHV', 4)], byRegion))).toEqual({
      ...{ total: 8, VBO: 'hidden', AHV: 'hidden', outside: 'hidden' },
    });
    const services = ['a', 'b'].map((service) => ({ by: { region: 'VBO', provider: service, service }, count: 4 }));
    const table = hideSmall(services, countCuts['registered-by-service']);
    expect(shown(table)).toEqual({ total: 8 });
    expect(shownAt(table, { region: 'VBO', provider: 'a' })).toBe('hidden');
  });

  test('in a table with two sides, a number cannot be worked out from the row or the column', () => {
    const counts = [
      ...[cell('VBO', '12-13', 3), cell('VBO', '14-15', 10), cell('VBO', '16-plus', 8)],
      ...[cell('AHV', '12-13', 9), cell('AHV', '14-15', 12), cell('AHV', '16-plus', 7)],
    ];
    const told = shown(hideSmall(counts, byAge));
    expect(told).toMatchObject({ total: 49, VBO: 21, AHV: 28, '12-13': 12, 'VBO 12-13': 'small' });
    expect(told).toMatchObject({ 'VBO 16-plus': 'hidden', 'AHV 12-13': 'hidden', 'AHV 16-plus': 'hidden' });
    expect(told).toMatchObject({ 'VBO 14-15': 10, 'AHV 14-15': 12 });
  });

  test('nothing was counted: nothing is told of open dimensions, zeros of the others', () => {
    expect(shown(hideSmall([], countCuts['registered-by-service']))).toEqual({ total: 0, VBO: 0, AHV: 0, outside: 0 });
    expect(shownAt(hideSmall([], byRegion), { region: 'VBO' })).toBe(0);
  });
});

describe.each(Object.entries(tables))('whatever was counted, %s', (_name, cut: Cut) => {
  test('no number that is kept back can be worked out from what is told', () => {
    fc.assert(
      fc.property(countsOf(cut), (counts) => {
        const table = hideSmall(counts, cut);
        expect(canBeWorkedOut(table, counts, cut)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('what is told is true, no small number is told, and the grand total only hides itself', () => {
    fc.assert(
      fc.property(countsOf(cut), (counts) => {
        for (const { by, shown: told } of hideSmall(counts, cut)) {
          const real = sumOf(counts, by);
          if (typeof told === 'number') expect([real, real === 0 || real >= 5]).toEqual([told, true]);
          if (told === 'small') expect(real >= 1 && real <= 4).toBe(true);
          if (Object.keys(by).length === 0) expect(told === 'small').toBe(real >= 1 && real <= 4);
        }
      }),
    );
  });
});

test('all answers of a busy year are hidden in a moment', () => {
  const { path, across } = countCuts.answers;
  const [answers, , regions] = path;
  const reasons = ['age', 'region', 'other', 'not-reached', 'pupil-declines'];
  const counts = answers!.values!.flatMap((answer) =>
    (answer === 'no-match' ? reasons : ['none']).flatMap((reason, one) =>
      regions!.values!.flatMap((where, two) =>
        across!.values!.map((ageGroup, three) => ({
          by: { answer, reason, region: where, ageGroup },
          count: (one * 7 + two * 5 + three * 3) % 11,
        })),
      ),
    ),
  );
  expect(hideSmall(counts, countCuts.answers).length).toBeGreaterThan(150);
});

test('times are told from 5 cases on', () => {
  const of = (name: string, cases: number, median: number): Count[] => [
    { by: { region: name, measure: 'cases' }, count: cases },
    { by: { region: name, measure: 'median' }, count: median },
    { by: { region: name, measure: 'p90' }, count: median * 2 },
  ];
  const told = showTimes([...of('VBO', 12, 20), ...of('AHV', 3, 99), ...of('all', 15, 24)]);
  expect(told.find((line) => line.region === 'all')).toEqual({ region: 'all', cases: 15, median: 24, p90: 48 });
  expect(told.find((line) => line.region === 'AHV')).toEqual({
    ...{ region: 'AHV', cases: 'small', median: null, p90: null },
  });
  expect(told.find((line) => line.region === 'VBO')).toEqual({
    ...{ region: 'VBO', cases: 'hidden', median: null, p90: null },
  });
});
