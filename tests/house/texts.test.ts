import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/domain/language.js';
import { textsOf } from './read-house.js';
import { sameKeys, sentenceFaults, sentences } from './rules/text-rules.js';

describe.each(languages)('the texts in %s', (language) => {
  test('say the same as the Dutch ones, with the same values', () => {
    expect(sameKeys(textsOf('nl'), textsOf(language))).toEqual([]);
  });

  test('speak as agreed', () => {
    const faults = sentences(textsOf(language)).flatMap(({ key, text }) =>
      sentenceFaults(text, language).map((fault) => `${key} ${fault}: ${text}`),
    );
    expect(faults).toEqual([]);
  });
});
