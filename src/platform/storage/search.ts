import { sql, type RawBuilder } from 'kysely';
import { foldedWords } from '../../domain/folded-words.js';

/** Words that say nothing about what is looked for. */
const empty = new Set(
  'de het een van voor in op met en of te bij aan naar om dat die is zijn ik er the a an of for in on with and or to at'.split(
    ' ',
  ),
);

/** What is stored beside a row to find it by. Parts that are missing are left out. */
export const searchTextOf = (parts: readonly (string | null | undefined)[]): string =>
  foldedWords(parts.filter((part) => part).join(' ')).join(' ');

/** The words to look for in what was typed; at most eight. Empty words count only when there are no others. */
export function wordsIn(typed: string): string[] {
  const words = foldedWords(typed);
  const telling = words.filter((word) => !empty.has(word));
  return (telling.length === 0 ? words : telling).slice(0, 8);
}

/** So alike must a word and a stored one be (0–1, by trigrams): one slip in a word of six letters stays above it. */
const alike = 0.42;
/** Shorter words have too few trigrams to forgive a slip: they must begin a stored word. */
const shortest = 4;

const begins = (word: string): RawBuilder<boolean> =>
  sql<boolean>`to_tsvector('simple', search_text) @@ to_tsquery('simple', ${`${word}:*`})`;

/** Each word must begin a stored word, or be nearly one (a typing slip, another ending). */
export function foundBy(words: readonly string[]): RawBuilder<boolean> {
  const each = words.map((word) =>
    word.length < shortest
      ? begins(word)
      : sql<boolean>`(${begins(word)} or strict_word_similarity(${word}, search_text) >= ${alike})`,
  );
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}

/** How well a row matches, to put the best first: nearness of the words, and twice as much for what is in the name. */
export function matchOf(words: readonly string[], name: RawBuilder<string>): RawBuilder<number> {
  const all = words.join(' ');
  return sql<number>`word_similarity(${all}, search_text) + 2 * word_similarity(${all}, ${name})`;
}
