/** How hard a text reads. */
export interface ReadingLevel {
  /** Flesch–Douma: about 100 is very easy, 60 plain, under 0 hard (W. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960). */
  readonly douma: number;
  /** Words in its longest sentence. */
  readonly longest: number;
}

/** Groups of vowels, as they are spoken in Dutch: 'eeuwen' is two, 'financieel' four. */
const vowels = /aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ij|ei|[aeiouyàáâäèéêëìíîïòóôöùúûü]/giu;
const syllablesIn = (word: string): number => Math.max(1, word.match(vowels)?.length ?? 0);

/** What a person reads of a message: values as one short word, the longest of its choices, no marks. */
export const read = (text: string): string =>
  text
    .replace(/\{\w+\}/g, 'dit')
    .replace(/\{\w+, (?:select|plural), |=?\w+ \{|[{}*#]/g, ' ')
    .replace(/\s+/g, ' ');

/** Sentences end at a stop, a question, a colon or a line; in 'bv.' and '9 u.' nothing ends. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=\p{L}{3}[.?:…]”?) |\n/u).filter((one) => /\p{L}/u.test(one));
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}’-]+/gu) ?? [];

/** Measures a text; a label of a few words has no level and reads as easy. */
export function readingLevel(text: string): ReadingLevel {
  const sentences = sentencesOf(read(text)).map(wordsOf);
  const words = sentences.flat();
  if (words.length < 6) return { douma: 100, longest: words.length };
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const douma = 206.84 - 77 * (syllables / words.length) - 0.93 * (words.length / sentences.length);
  return { douma: Math.round(douma), longest: Math.max(...sentences.map((one) => one.length)) };
}
