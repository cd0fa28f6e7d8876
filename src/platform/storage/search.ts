import { sql, type RawBuilder } from 'kysely';
import { foldedWords } from '../../domain/folded-words.js';
import { synonymsOf } from '../../texts/synonyms.js';

/** Words that say nothing about what is looked for. */
const empty = new Set(
  'de het een van voor in op met en of te bij aan naar om dat die is zijn ik er the a an of for in on with and or to at zoek zoeken gezocht'.split(
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

/** Shorter words have too few trigrams to forgive a slip: they must begin a stored word, or be one of its stems. */
const shortest = 4;

/** The word, and as it would be with two letters beside each other swapped: 'huiswrek' is 'huiswerk'. */
function withSwaps(word: string): string[] {
  // Whole letters: one of a rare script is two units long, and half of it is nothing that a database takes.
  const letters = [...word];
  if (letters.length <= shortest) return [word];
  const swapped = letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
  return [word, ...swapped];
}

/** A word as the text search reads it, whatever signs stand in it. */
const quoted = (word: string): string => `'${word.replace(/['\\]/g, '$&$&')}'`;

/** Words as a query of the text search: whole rows of words that belong together, any of them. Only folded words come in here. */
const anyOf = (rows: readonly string[], ending: string): string =>
  rows
    .map(
      (row) =>
        `(${row
          .split(' ')
          .map((word) => quoted(word) + ending)
          .join(' & ')})`,
    )
    .join(' | ');

const stems = (word: string): string => anyOf([word, ...synonymsOf(word)], '');
const beginnings = (word: string): string => anyOf([...withSwaps(word), ...synonymsOf(word)], ':*');

/** Each of the three has an index: the stems of Dutch words, beginnings, and what is nearly the word (a slip, another ending). */
const found = (word: string): RawBuilder<boolean> => {
  const exactly = sql<boolean>`to_tsvector('dutch', search_text) @@ to_tsquery('dutch', ${stems(word)})
    or to_tsvector('simple', search_text) @@ to_tsquery('simple', ${beginnings(word)})`;
  return word.length < shortest ? sql<boolean>`(${exactly})` : sql<boolean>`(${exactly} or ${word} <<% search_text)`;
};

/** Each word must stand there: as its stem, as the beginning of a word, nearly, or as one of its synonyms. */
export const foundBy = (words: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(words.map(found), sql` and `)})`;

/** What a line says itself, without the words of its kind, that all lines of the kind share. Folded as far as SQL folds. */
const ownWords = sql<string>`translate(lower(concat_ws(' ', name, description, eligibility, how_to_refer, address->>'city')),
  'àáâäãåçèéêëìíîïñòóôöõùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')`;

/**
 * How well a row matches, to put the best first: what the line says itself before what is said of its kind, the word before its synonyms,
 * and most what is in the name.
 */
export function matchOf(words: readonly string[], name: RawBuilder<string>): RawBuilder<number> {
  const all = words.join(' ');
  return sql<number>`word_similarity(${all}, search_text) + word_similarity(${all}, ${ownWords})
    + 2 * word_similarity(${all}, ${name})
    + case when to_tsvector('dutch', ${ownWords}) @@ to_tsquery('dutch', ${words.map(quoted).join(' & ')}) then 2 else 0 end`;
}
