import { dutch } from './dutch.js';
import { english } from './english.js';
import type { Meaning } from './meaning.js';
import { phraseFrom, takenBy, type Phrase, type Same } from './phrase.js';
import { isSameWord } from './same-word.js';
import { longest, spokenWords } from './spoken.js';
import { onlyOne } from '../../../lib/only-one.js';

interface Compared {
  readonly meaning: Meaning;
  readonly sure: readonly Phrase[];
  readonly near: readonly Phrase[];
  readonly unless: ReadonlySet<string>;
}

const compared: readonly Compared[] = [...dutch, ...english].map((meaning) => ({
  meaning,
  sure: meaning.sure.map(phraseFrom),
  near: (meaning.near ?? []).map(phraseFrom),
  unless: new Set(meaning.unless),
}));

/** Every word that is right as it stands: no typing error of another. */
const known: ReadonlySet<string> = new Set(
  compared.flatMap(({ sure, near }) => [...sure, ...near].flatMap(({ parts }) => parts.flat())),
);

/** With typing errors, each word of the message compared once with those that are known. */
function sameIn(words: readonly string[]): Same {
  const meant = new Map(
    [...new Set(words)]
      .filter((word) => !known.has(word))
      .map((word) => [word, new Set([...known].filter((one) => isSameWord(word, one)))]),
  );
  return (said, one) => said === one || meant.get(said)?.has(one) === true;
}

interface Hit {
  readonly meaning: Meaning;
  readonly taken: readonly number[];
  readonly held: boolean;
}

/** The longest sure phrase of each meaning that stands in the message. */
const hitsIn = (words: readonly string[], same: Same): Hit[] =>
  compared.flatMap(({ meaning, sure, unless }) => {
    const [best] = sure
      .map((phrase) => takenBy(phrase, words, same))
      .filter((taken) => taken !== null)
      .sort((one, other) => other.length - one.length);
    return best === undefined ? [] : [{ meaning, taken: best, held: words.some((word) => unless.has(word)) }];
  });

/** A phrase that lies within a longer one says nothing of its own: 'aanmelding' in 'mijn aanmelding intrekken'. */
const isWithin = (one: Hit, other: Hit): boolean =>
  one.meaning.does !== other.meaning.does &&
  one.taken.length < other.taken.length &&
  one.taken.every((place) => other.taken.includes(place));

const distinct = (hits: readonly Hit[]): Hit[] => hits.filter((hit) => !hits.some((other) => isWithin(hit, other)));

/** What is a greeting, thanks or a call for help, and nothing more. A question or trouble after it asks for something else. */
const mostBeside = 8;

/**
 * The slug of the one thing a message asks for, wherever in the sentence it stands; null when that is not sure: nothing
 * is known in it, several things are, the sentence is a story, or it tells of trouble. Danger comes before everything.
 */
export function understood(said: string): string | null {
  const words = spokenWords(said);
  const hits = distinct(hitsIn(words, sameIn(words)));
  const danger = hits.find(({ meaning }) => meaning.does === 'tell-danger');
  if (danger !== undefined) return danger.meaning.does;
  if (words.length > longest) return null;
  const asked = hits.filter(({ meaning }) => meaning.yields !== true);
  const slugs = [...new Set(asked.map(({ meaning }) => meaning.does))];
  if (slugs.length > 1 || asked.some(({ held }) => held)) return null;
  const only = onlyOne(slugs);
  if (only !== null) return only;
  const [beside] = hits.filter(({ held }) => !held);
  return beside !== undefined && words.length <= mostBeside ? beside.meaning.does : null;
}

/** How near each thing comes to what was typed, by slug; what is not in it, is nowhere near. */
export function nearness(said: string): ReadonlyMap<string, number> {
  const words = spokenWords(said).slice(0, 60);
  const same = sameIn(words);
  const found = new Map<string, number>();
  const add = (does: string, points: number) => points > 0 && found.set(does, (found.get(does) ?? 0) + points);
  for (const { meaning, taken } of distinct(hitsIn(words, same))) add(meaning.does, 20 + taken.length);
  for (const { meaning, near, sure } of compared) {
    add(meaning.does, 4 * near.filter((phrase) => takenBy(phrase, words, same) !== null).length);
    const loose = [...sure, ...near].flatMap(({ parts }) => parts.flat()).filter((word) => word.length >= 4);
    add(meaning.does, words.some((word) => loose.some((one) => word !== one && isSameWord(word, one, true))) ? 2 : 0);
  }
  return found;
}
