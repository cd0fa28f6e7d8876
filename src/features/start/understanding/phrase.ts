import { foldedWords } from '../../../domain/folded-words.js';

/** So many words may stand where a phrase has `…`. */
const widest = 8;
/** After one of these 'aan' and 'in' begin something new: 'ik meld iets aan de werkgroep' is no 'aanmelden'. */
const determiners = new Set([
  'de',
  'het',
  'een',
  'u',
  'mijn',
  'onze',
  'hun',
  'hen',
  'dit',
  'dat',
  'deze',
  'wie',
  'the',
]);

/** A new clause begins: what stands behind it belongs to something else. */
const clauses = new Set(['dat', 'of', 'that', 'if']);

/** A phrase as it is compared: parts of words that follow each other, anything between the parts. */
export interface Phrase {
  readonly parts: readonly (readonly string[])[];
  /** Only when it is the whole message. */
  readonly whole: boolean;
}

export const phraseFrom = (written: string): Phrase => ({
  parts: written
    .replace(/^=/, '')
    .split('…')
    .map((part) => foldedWords(part.replace(/[’']/g, ''))),
  whole: written.startsWith('='),
});

/** Whether a word of the message stands for a word of a phrase. */
export type Same = (said: string, meant: string) => boolean;

const standsAt = (words: readonly string[], at: number, part: readonly string[], same: Same): boolean =>
  part.every((known, index) => {
    const said = words[at + index];
    return said !== undefined && same(said, known);
  });

const places = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Which words of the message a phrase takes; null when it does not stand there. */
export function takenBy({ parts, whole }: Phrase, words: readonly string[], same: Same): readonly number[] | null {
  if (whole && words.length !== parts[0]?.length) return null;
  for (const start of places(0, words.length)) {
    const taken = takenFrom(parts, words, start, same);
    if (taken !== null) return taken;
  }
  return null;
}

function takenFrom(
  [first = [], ...later]: readonly (readonly string[])[],
  words: readonly string[],
  start: number,
  same: Same,
): number[] | null {
  if (first.length === 0 || !standsAt(words, start, first, same)) return null;
  const taken = places(start, start + first.length);
  for (const part of later) {
    const from = (taken.at(-1) ?? start) + 1;
    const clause = words.findIndex((word, index) => index >= from && clauses.has(word));
    const end = Math.min(from + widest + 1, clause === -1 ? words.length : clause);
    const at = places(from, end).find(
      (place) => standsAt(words, place, part, same) && !determiners.has(words[place + part.length] ?? ''),
    );
    if (at === undefined) return null;
    taken.push(...places(at, at + part.length));
  }
  return taken;
}
