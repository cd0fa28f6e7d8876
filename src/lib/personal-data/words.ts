/** A word of a text: letters with the apostrophes inside them. Hyphens part words, so that 'Sint Pieter' is 'Sint-Pieter'. */
export interface Word {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  /** Lower case, without accents and apostrophes: what words are compared by. */
  readonly plain: string;
  readonly capital: boolean;
  /** What stands between the word before (or the start) and this one. */
  readonly gap: string;
  /** First of the text, or after a full stop, question mark, exclamation mark or line break. */
  readonly opensSentence: boolean;
}

const word = /\p{L}[\p{L}\p{M}\p{Cf}]*(?:['’‘`´][\p{L}\p{M}\p{Cf}]+)*/gu;

/** Letters that Unicode does not take apart into a base and an accent. */
const folded: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** Takes a word in any spelling; gives it in lower case without accents, apostrophes and invisible characters. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[łøđðßæœıþ]/g, (letter) => folded[letter] ?? letter)
    .replace(/[\p{M}\p{Cf}'’‘`´]/gu, '');

const opens = (gap: string): boolean => /[.!?\n]["”’)]{0,9}\s{1,9}["“‘(]{0,9}$/.test(gap.slice(-40));

/** Takes a text; gives its words in order, with where they stand. */
export const wordsIn = (text: string): Word[] => {
  let from = 0;
  // Where the first thing stands that is no space, quote, bracket, star or dash: a word there opens the text.
  const begin = text.search(/[^\s"“‘('*-]/);
  return [...text.matchAll(word)].map((match) => {
    const gap = text.slice(from, match.index);
    from = match.index + match[0].length;
    return {
      text: match[0],
      at: match.index,
      end: from,
      plain: plainOf(match[0]),
      capital: /^[\p{Lu}\p{Lt}]/u.test(match[0]),
      gap,
      opensSentence: match.index <= begin || opens(gap),
    };
  });
};

/** Whether a word follows the one before as part of one name: only spaces or one hyphen between them. */
export const joins = (next: Word | undefined): boolean => /^(?:[ \u00A0]+|[-‑])$/.test(next?.gap ?? '');
