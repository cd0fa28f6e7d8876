import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/domain/language.js';
import { textAt } from '../../src/texts/index.js';
import { textsOf } from './read-house.js';
import { sameKeys, sentenceFaults, sentences } from './rules/text-rules.js';
import { fillings, spokenFaults } from './rules/text-values.js';
import { idleExceptions, otherWords, unexplained } from './rules/word-list.js';

/** The section of a text: its room and the card or list in it. */
const sectionOf = (key: string): string => key.split('.').slice(0, 2).join('.');

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

  test('call one thing by one name, in plain words (rules/words.json)', () => {
    const faults = sentences(textsOf(language)).flatMap(({ key, text }) =>
      otherWords(text, key, language).map((fault) => `${key} ${fault}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  test('explain jargon where it is said', () => {
    const all = sentences(textsOf(language));
    const sections = [...new Set(all.map(({ key }) => sectionOf(key)))];
    const faults = sections.flatMap((section) =>
      unexplained(
        section,
        all.filter(({ key }) => sectionOf(key) === section),
      ),
    );
    expect(faults).toEqual([]);
  });

  test('read well with every value in them', () => {
    // A rule tells from five on, and a limit is never one.
    const neverOne = (key: string): boolean => /^figures\.rules\.|^line-import\.stopped\.too-many$/.test(key);
    const faults = sentences(textsOf(language)).flatMap(({ key, text }) =>
      fillings(text).flatMap((values) => {
        const told = textAt(language, key, values) ?? '';
        return spokenFaults(told, neverOne(key)).map((fault) => `${key} ${fault}: ${told}`);
      }),
    );
    expect(faults).toEqual([]);
  });
});

test('no exception of the word list is an argument for nothing', () => {
  expect(idleExceptions(sentences(textsOf('nl')).map(({ key }) => key))).toEqual([]);
});
