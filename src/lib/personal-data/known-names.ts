import { namesNobody, particles, wordsThatAreNames } from './everyday-words.js';
import type { Finding } from './finding.js';
import { slipsBetween } from '../region/locality-name.js';
import { isLocality } from './locality-words.js';
import { joins, wordsIn, type Word } from './words.js';

/** The words of the names of a case, by what they are compared by. */
const partsOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => wordsIn(name).map(({ plain }) => plain)));

/** 'Yasmien' for 'Yasmine': one slip in a long word with a capital that is nothing else we know. */
const nearestPart = (plain: string, parts: ReadonlySet<string>): string | undefined => {
  if (namesNobody.has(plain) || wordsThatAreNames.has(plain) || isLocality(plain)) return undefined;
  return [...parts].find(
    (part) => part.length > 5 && Math.abs(part.length - plain.length) < 2 && slipsBetween(part, plain) === 1,
  );
};

/** The part of a known name that a word is: itself, with one slip, or with an s of possession ('Yasmines', 'Jonas’'). */
const knownPart = ({ plain, text, capital }: Word, parts: ReadonlySet<string>): string | undefined => {
  if (parts.has(plain)) return plain;
  const meant = capital && plain.length > 5 ? nearestPart(plain, parts) : undefined;
  if (meant) return meant;
  const owner = plain.endsWith('s') ? plain.slice(0, -1) : '';
  const clear = owner.length >= 4 || /['’‘`´]\p{L}$/u.test(text);
  return clear && parts.has(owner) && !wordsThatAreNames.has(plain) ? owner : undefined;
};

const isInitial = (part: string): boolean => part.length === 1;
const weak = (part: string): boolean => particles.has(part) || isInitial(part);

/**
 * Whether one part by itself gives the pupil away. Never a particle, an initial, or a family name that is a locality
 * ('Van Leuven'). Names that are also words ('Roos', 'Storm') and those of two letters need their capital, at the start of
 * a sentence too: asking once too often is better than storing a name.
 */
const standsAlone = (word: Word, part: string): boolean => {
  if (weak(part) || isLocality(part)) return false;
  return word.capital || (part.length > 2 && !wordsThatAreNames.has(part));
};

/** 'roos van de velde', 'De Jong': parts beside each other, at least two of which are no particles; or one that stands alone. */
const givesAway = (run: readonly { word: Word; part: string }[]): boolean =>
  run.some(({ word, part }) => standsAlone(word, part)) ||
  new Set(run.map(({ part }) => part).filter((part) => !weak(part))).size > 1;

/** Cuts particles that hang at the ends: 'van Yasmine' is 'Yasmine'. A particle in capital stays ('El Amrani'). */
const trimmed = (run: readonly { word: Word; part: string }[]): readonly { word: Word; part: string }[] => {
  const kept = ({ word, part }: { word: Word; part: string }) => !weak(part) || word.capital;
  const [from, to] = [run.findIndex(kept), run.findLastIndex(kept)];
  return run.slice(from, to + 1);
};

/**
 * The names of the case's pupil: in any order, case and accents, a first or family name alone too.
 * Takes the text and the names as typed. Never throws.
 */
export const findKnownNames = (text: string, names: readonly string[]): Finding[] => {
  const parts = partsOf(names);
  const runs: { word: Word; part: string }[][] = [];
  let previous: Word | undefined;
  for (const word of parts.size > 0 ? wordsIn(text) : []) {
    const part = knownPart(word, parts);
    const last = runs.at(-1);
    if (part !== undefined && last && previous === last.at(-1)?.word && joinsName(word)) last.push({ word, part });
    else if (part !== undefined) runs.push([{ word, part }]);
    previous = word;
  }
  return runs.filter(givesAway).map((run) => spanOf(trimmed(run)));
};

/** Names are also typed as 'El Amrani, Yasmine'. */
const joinsName = (word: Word): boolean => joins(word) || word.gap === ', ';

const spanOf = (run: readonly { word: Word }[]): Finding => {
  const at = run[0]?.word.at ?? 0;
  return { kind: 'pupil-name', at, length: (run.at(-1)?.word.end ?? at) - at };
};
