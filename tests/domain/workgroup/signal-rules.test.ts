import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figureNames, trimesterOf, type Count, type Figures } from '../../../src/domain/figures/index.js';
import { evaluate, ruleSlugs, thresholdOf, type RuleSlug } from '../../../src/domain/workgroup/signal-rules.js';

const nothing = Object.fromEntries(figureNames.map((name) => [name, []])) as unknown as Figures;
const period = trimesterOf('2026-11-16');
const count = (by: Count['by'], many: number): Count => ({ by, count: many });
const noMatch = (region: string, ageGroup: string, many: number, reason = 'age'): Count =>
  count({ answer: 'no-match', reason, region, ageGroup }, many);

const signals = (rules: readonly RuleSlug[], now: Partial<Figures>, before: Partial<Figures> = {}) =>
  evaluate(rules, { now: { ...nothing, ...now }, before: { ...nothing, ...before }, period }).map(
    ({ rule, region, ageGroup, reason, count: many }) =>
      [rule, region, ageGroup, ...(reason === null ? [] : [reason]), many].join(' '),
  );

describe('a signal from the figures', () => {
  test('no match under 12, per region, over all reasons', () => {
    const answers = [noMatch('AHV', 'under-12', 3), noMatch('AHV', 'under-12', 2, 'other'), noMatch('VBO', '12-13', 9)];
    expect(signals(['no-match-under-12'], { answers })).toEqual(['no-match-under-12 AHV under-12 5']);
    expect(signals(['no-match-under-12'], { answers: [noMatch('AHV', 'under-12', 4)] })).toEqual([]);
  });

  test('no match by age, and for the same reason', () => {
    const answers = [
      ...[noMatch('VBO', '14-15', 6), noMatch('VBO', '14-15', 1, 'other')],
      ...[noMatch('AHV', '14-15', 4), noMatch('AHV', 'no-age', 8)],
    ];
    expect(signals(['no-match-age'], { answers })).toEqual(['no-match-age VBO 14-15 5']);
    expect(signals(['no-match-reason'], { answers })).toEqual(['no-match-reason VBO 14-15 age 5']);
  });

  test('full, outside the province, referred on three times', () => {
    const full = [count({ answer: 'full', reason: 'none', region: 'AHV', ageGroup: '12-13' }, 5)];
    expect(signals(['full'], { answers: full })).toEqual(['full AHV all 5']);
    const outside = [count({ region: 'outside' }, 6), count({ region: 'VBO' }, 60)];
    expect(signals(['outside-region'], { 'registered-by-region': outside })).toEqual(['outside-region outside all 5']);
    const often = [count({ region: 'VBO', ageGroup: '12-13' }, 3), count({ region: 'VBO', ageGroup: '14-15' }, 2)];
    expect(signals(['referred-on-often'], { 'referred-on-often': often })).toEqual(['referred-on-often VBO all 5']);
  });

  test.each([
    [12, 8, true],
    [11, 8, false],
    [10, 0, true],
    [9, 0, false],
    [10, 6, true],
  ])('a waiting list of %i after one of %i: %s', (now, before, told) => {
    const list = (many: number) => ({ 'waiting-list': [count({ region: 'VBO' }, many)] });
    expect(signals(['waiting-list-grew'], list(now), list(before)).length).toBe(told ? 1 : 0);
  });

  test.each([
    [5, 14, true],
    [5, 15, false],
    [4, 4, false],
    [7, 0, false],
    [5, 3, true],
  ])('contact %i times late and %i times in time: %s', (late, inTime, told) => {
    const term = [['late', late] as const, ['in-time', inTime] as const].map(([contact, many]) =>
      count({ contact, region: 'AHV', ageGroup: '14-15' }, many),
    );
    const expected = told ? [`contact-late AHV all ${late}`] : [];
    expect(signals(['contact-late'], { 'contact-term': term })).toEqual(expected);
  });

  test('comes only from rules that are switched on, with a key of its own', () => {
    const answers = [noMatch('AHV', 'under-12', 5)];
    expect(signals([], { answers })).toEqual([]);
    const given = evaluate(ruleSlugs, { now: { ...nothing, answers }, before: nothing, period });
    expect(given.map(({ key }) => key)).toEqual([
      'no-match-under-12:AHV:under-12:2026-2027/1',
      'no-match-reason:age:AHV:under-12:2026-2027/1',
    ]);
  });

  test('never tells a small number, and is the same every time, whatever the order of the lines', () => {
    const line = fc.record({
      answer: fc.constantFrom('no-match', 'full'),
      reason: fc.constantFrom('age', 'other'),
      region: fc.constantFrom('VBO', 'AHV', 'outside'),
      ageGroup: fc.constantFrom('under-12', '14-15', 'no-age'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.integer({ min: 1, max: 9 }))), (lines) => {
        const answers = lines.map(([by, many]) => count(by, many));
        const of = (all: Count[]) =>
          evaluate(ruleSlugs, { now: { ...nothing, answers: all }, before: nothing, period });
        const given = of(answers);
        expect(of([...answers].reverse())).toEqual(given);
        expect(new Set(given.map(({ key }) => key)).size).toBe(given.length);
        for (const { rule, count: many } of given) expect(many).toBeGreaterThanOrEqual(thresholdOf(rule));
      }),
    );
    expect(Math.min(...ruleSlugs.map(thresholdOf))).toBeGreaterThanOrEqual(5);
  });
});
