import { describe, expect, test } from '@jest/globals';
import { referencesIn, referencesSaid } from '../../src/domain/reference.js';

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

describe('a reference in a sentence', () => {
  test.each([
    ['hoe zit het met 2026-42?', ['2026-0042']],
    ['2026 0042', ['2026-0042']],
    ['2026-0042, 2026-42 en 2027/1', ['2026-0042', '2027-0001']],
    ['nr. 42', ['42']],
    ['aanmelding 42 en #43', ['42', '43']],
    ['0042', ['0042']],
  ])('%s names %j', (said, named) => {
    expect(referencesSaid(said)).toEqual(named);
  });

  test.each([
    'in 2026',
    '2026-12-01',
    '2026-2027',
    'S-2026-012',
    '016-2026-12',
    '3000 Leuven',
    '3000',
    '2026-0',
    'om 14 u.',
  ])('%s names none', (said) => {
    expect(referencesSaid(said)).toEqual([]);
  });
});
