import { describe, expect, test } from '@jest/globals';
import { referencesIn } from '../../src/domain/reference.js';

describe('a typed reference', () => {
  test.each([
    ['2026-0042', ['2026-0042']],
    ['#2026-42', ['2026-0042']],
    ['2026 / 42', ['2026-0042']],
    ['2026–0042', ['2026-0042']],
    ['“2026-0042”?', ['2026-0042']],
    ['2026-12345', ['2026-12345']],
    ['42', ['2027-0042', '2026-0042']],
    ['0042', ['2027-0042', '2026-0042']],
  ])('%s means %j', (typed, meant) => {
    expect(referencesIn(typed, 2027)).toEqual(meant);
  });

  test.each(['', '  ', 'Noor', '0', '2026-', '2026-0000', '2026-0042 Noor', '12345678'])('%j is none', (typed) => {
    expect(referencesIn(typed, 2027)).toEqual([]);
  });
});
