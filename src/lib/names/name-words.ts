import anyAscii from 'any-ascii';

/** Words that stand before a family name and are written loose, glued or not at all. */
const particles = new Set(
  (
    'van vande vanden vander de den der d t het ter ten te von zu zum la le les du des di da del della dos das do ' +
    'el al ul bin ibn'
  ).split(' '),
);
/** The same, glued to the name: 'Vandenberghe', 'Dewit'. Enough must be left to be a name. */
const glued = /^(?:vanden|vander|vande|van|den|der|de)(?=[a-z]{3})/;
/** 'Elamrani' may be 'El Amrani', but 'Elisabeth' is no 'El Isabeth': both count. */
const article = /^[ea]l(?=[a-z]{5})/;

/** A name in plain small letters, without accents or signs of other scripts: 'Yıldız' and 'Йылдыз' lose theirs too. */
export const foldName = (name: string): string =>
  anyAscii(name.normalize('NFC').replace(/\p{Cf}/gu, ''))
    .toLowerCase()
    .replace(/['’`´]/g, '');

const lettersIn = (name: string): string[] => foldName(name).match(/[a-z]+/g) ?? [];

/**
 * The words of a name that tell people apart: without particles before a family name, loose or glued, and without initials.
 * 'Tom Van den Berghe' and 'Vandenberghe Tom' both give 'tom' and 'berghe'. Where that would leave one word, all of them stay.
 */
export function nameWords(name: string): readonly string[] {
  const words = lettersIn(name);
  const telling = words.filter((word) => word.length > 1 && !particles.has(word));
  return (telling.length < 2 ? words : telling).map((word) => word.replace(glued, ''));
}

/** The ways in which a word of a name may be meant: as it stands, and without an article glued to it. */
export const meantWords = (word: string): readonly string[] =>
  article.test(word) ? [word, word.replace(article, '')] : [word];

/**
 * All letters of a name as a ring, read from its least turn: the same however the words are split and whichever of first and
 * family name comes first.
 */
export function nameRing(name: string): string {
  const letters = lettersIn(name).join('');
  const turns = Array.from(letters, (_letter, at) => letters.slice(at) + letters.slice(0, at));
  return turns.reduce((least, turn) => (turn < least ? turn : least), letters);
}
