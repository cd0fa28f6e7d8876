import { describe, expect, test } from '@jest/globals';
import { freshWith, freshWithout, laterWith, laterWithout } from './fresh.js';
import { hard } from './hard.js';
import { heldOut, heldOutLater } from './held-out.js';
import { scoreOf } from './score.js';
import { sentences, withoutPersonalData, withPersonalData } from './sentences.js';
import { strangerWith, strangerWithout } from './stranger.js';
import { tuning } from './tuning.js';

describe('the list of sentences', () => {
  const score = scoreOf(sentences);

  test('has more than sixty, with and without personal data, and each expectation stands in its sentence', () => {
    expect(withPersonalData.length).toBeGreaterThanOrEqual(30);
    expect(withoutPersonalData.length).toBeGreaterThanOrEqual(30);
    for (const { text, expected } of [...sentences, ...heldOut, ...heldOutLater, ...hard]) {
      for (const [, words] of expected) expect(text).toContain(words);
    }
  });

  test('everything personal is found, as the kind it is', () => {
    expect(score.silent).toEqual([]);
    expect(score.faults.filter((fault) => fault.startsWith('missed'))).toEqual([]);
  });

  test('no false alarm', () => {
    expect(score.alarmed).toEqual([]);
    expect(score.faults.filter((fault) => fault.startsWith('false'))).toEqual([]);
  });
});

describe('what is really reached elsewhere, not to become worse', () => {
  test.each([
    ['held out', heldOut, { found: 13, missed: 0, false: 0 }],
    ['held out, later', heldOutLater, { found: 10, missed: 1, false: 0 }],
    ['hard', hard, { found: 18, missed: 8, false: 4 }],
  ])('%s', (_, list, reached) => {
    const { total } = scoreOf(list);
    expect(total.found).toBeGreaterThanOrEqual(reached.found);
    expect(total.missed).toBeLessThanOrEqual(reached.missed);
    expect(total.false).toBeLessThanOrEqual(reached.false);
  });
});

describe('what the detector was mended by', () => {
  test('everything in it is found, and nothing else', () => {
    const { total, faults } = scoreOf(tuning);
    expect(faults).toEqual([]);
    expect(total.found).toBeGreaterThanOrEqual(14);
  });
});

/**
 * Before the gazetteer 38 of the 66 places of the first list were found and 1 of its 60 sentences without was taken for personal;
 * with it 63 and 1. The second list was run once, afterwards: 42 of 43, 0 of 36. The third is by somebody who had not seen the detector,
 * run once as well: 56 of 62, 0 of 60.
 */
describe('fresh sentences that nobody tuned to', () => {
  test.each([
    ['first', freshWith, freshWithout, { places: 66, found: 57, alarmed: 3 }],
    ['later', laterWith, laterWithout, { places: 43, found: 37, alarmed: 2 }],
    ['by a stranger', strangerWith, strangerWithout, { places: 62, found: 56, alarmed: 0 }],
  ])('%s: at least 85 of 100 places, at most 3 false alarms in 60', (_, list, others, floor) => {
    const { total } = scoreOf(list);
    expect(total.found + total.missed).toBe(floor.places);
    expect(total.found).toBeGreaterThanOrEqual(floor.found);
    expect(scoreOf(others).alarmed.length).toBeLessThanOrEqual(floor.alarmed);
  });
});
