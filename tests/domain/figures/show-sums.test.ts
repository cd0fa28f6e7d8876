import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  showFigures,
  showStartTimes,
  showSums,
  type Count,
  type Figures,
  type ShownCount,
} from '../../../src/domain/figures/index.js';
import { figureNames } from '../../../src/domain/figures/figure.js';

const line = (region: string, provider: string, measure: string, count: number, school?: string): Count => ({
  by: { region, provider, ...(school === undefined ? {} : { school }), measure },
  count,
});
const sumsOf = (counts: readonly Count[]): Record<string, number | null> =>
  Object.fromEntries(showSums(counts, 'half-days').map(({ by, sum }) => [Object.values(by).join(' ') || 'all', sum]));

describe('half days over pupils', () => {
  test('are told from five pupils on', () => {
    const counts = [line('VBO', 'a', 'cases', 6), line('VBO', 'a', 'sum', 30)];
    expect(sumsOf(counts)).toMatchObject({ all: 30, VBO: 30, 'VBO a': 30, AHV: 0 });
  });

  test('are hidden under it, and with them as many others as would give them away', () => {
    const counts = [
      ...[line('VBO', 'a', 'cases', 20), line('VBO', 'a', 'sum', 100)],
      ...[line('VBO', 'b', 'cases', 3), line('VBO', 'b', 'sum', 12)],
      ...[line('VBO', 'c', 'cases', 8), line('VBO', 'c', 'sum', 40)],
    ];
    const sums = sumsOf(counts);
    expect(sums).toMatchObject({ all: 152, VBO: 152, 'VBO b': null });
    expect([sums['VBO a'], sums['VBO c']].filter((sum) => sum === null)).toHaveLength(1);
  });
});

/** Unknown sums as a reader has them: from what is told, each is free when another in its sum is. */
test('no hidden sum of lost school time is the rest of sums that are told', () => {
  const cell = fc.record({
    region: fc.constantFrom('VBO', 'AHV', 'outside'),
    provider: fc.constantFrom('a', 'b', 'c'),
    school: fc.constantFrom('away', 'there'),
    cases: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: (one) => `${one.region}${one.provider}${one.school}` }), (cells) => {
      const counts = cells.flatMap(({ region, provider, school, cases }) => [
        line(region, provider, 'cases', cases, school),
        ...(school === 'away' ? [line(region, provider, 'sum', cases * 9, school)] : []),
      ]);
      const shown = showSums(counts, 'lost-school-time').filter(({ by }) => by['school'] === 'away');
      for (const region of ['VBO', 'AHV', 'outside']) {
        const total = shown.find(({ by }) => by['region'] === region && by['provider'] === undefined);
        const parts = shown.filter(({ by }) => by['region'] === region && by['provider'] !== undefined);
        const hidden = parts.filter(({ sum }) => sum === null);
        if (total?.sum !== null && total !== undefined) expect(hidden).not.toHaveLength(1);
      }
      // A total of all starts tells no sum: it would be that of those without school.
      const all = showSums(counts, 'lost-school-time').filter(({ by }) => by['school'] === undefined);
      for (const { cases, sum } of all) expect(sum).toBe(cases === 0 ? 0 : null);
      for (const { cases, sum } of shown) expect(sum === null || cases === 0 || Number(cases) >= 5).toBe(true);
    }),
  );
});

const none = Object.fromEntries(figureNames.map((name) => [name, []])) as unknown as Figures;

test('what runs is told to the nearest five', () => {
  const running = [
    { by: { state: 'started', region: 'VBO' }, count: 13 },
    { by: { state: 'paused', region: 'AHV' }, count: 2 },
  ];
  const shown = showFigures({ ...none, 'trajectories-running': running })['trajectories-running'];
  expect(shown.find(({ by }) => Object.keys(by).length === 0)?.shown).toBe(15);
  expect(shown.every((one) => typeof one.shown === 'number' && one.shown % 5 === 0)).toBe(true);
});

test('a time is told where the number of starts is', () => {
  const times = ['VBO', 'all'].flatMap((region) =>
    (['cases', 'median', 'p90'] as const).map((measure) => ({ by: { region, measure }, count: 4 })),
  );
  const started: readonly ShownCount[] = [
    { by: {}, shown: 12 },
    { by: { region: 'VBO' }, shown: 'hidden' },
  ];
  expect(showStartTimes(times, started)).toEqual([
    { region: 'VBO', cases: 'hidden', median: null, p90: null },
    { region: 'all', cases: 12, median: 4, p90: 4 },
  ]);
});
