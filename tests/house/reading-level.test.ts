import { describe, expect, test } from '@jest/globals';
import { textsOf } from './read-house.js';
import { readingLevel } from './rules/reading-level.js';
import { sentences } from './rules/text-rules.js';

/** So hard a text may be: names of services and of the field (‘rondetafelmoment’) weigh in a short line, a sentence less. */
const hardest = -20;
/** So many words a sentence may hold, choices in it counted together. */
const longest = 25;
/** What all texts of a sentence come to on average: 84 on 2026-11-30. Plain Dutch begins at 60. */
const average = 80;

describe('the Dutch texts', () => {
  const measured = sentences(textsOf('nl'))
    .filter(({ text }) => text.split(' ').length >= 6)
    .map(({ key, text }) => ({ key, text, ...readingLevel(text) }));

  test('are plain on average', () => {
    expect(measured.reduce((sum, { douma }) => sum + douma, 0) / measured.length).toBeGreaterThan(average);
  });

  test('have no sentence that is hard, and none that is long', () => {
    expect(measured.filter((one) => one.douma < hardest || one.longest > longest)).toEqual([]);
  });
});

test('a level falls with long words and long sentences', () => {
  const plain = readingLevel('U kunt nu nog niet verzenden: de ouders stemmen niet in.');
  const heavy = readingLevel('Gelieve onverwijld de desbetreffende indicatiestellingsverslagen te communiceren.');
  expect(plain.douma).toBeGreaterThan(80);
  expect(heavy.douma).toBeLessThan(0);
  expect(readingLevel('Ja').longest).toBe(1);
});
