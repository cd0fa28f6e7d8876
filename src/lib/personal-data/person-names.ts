import { nameLinks } from './everyday-words.js';
import type { Finding } from './finding.js';
import { familyNames } from './family-names.js';
import { ambiguousFirstNames, firstNames } from './first-names.js';
import { canBeName, endOfName, isAcronym, isFirstName, isInitial, linksToName } from './name-shapes.js';
import { cueBefore, followsCode, isPublicOffice, isTitle } from './person-cues.js';
import { joins, wordsIn, type Word } from './words.js';

/** Schools for higher education and the like that are called after somebody. */
const publicNames = new Set(['thomas more', 'karel de grote']);

/** 'Karel Van de Woestijnelaan': people talk about streets; with a house number it is an address. */
const isStreet = (name: string): boolean => /(?:straat|laan|steenweg|dreef|plein|lei|vest)$/.test(name);

/** 'Sint-Jan', 'minister Ben Weyts': a saint, or somebody in public office. */
const isPublic = (words: readonly Word[], at: number): boolean => {
  const [word, before, one] = [words[at], words[at - 1], words[at - 2]];
  if ([before, one].some((near) => near !== undefined && isPublicOffice(near.plain))) return true;
  if (publicNames.has(nameFrom(words, at)) || isStreet(nameFrom(words, at))) return true;
  return before !== undefined && ['sint', 'st'].includes(before.plain) && (joins(word) || word?.gap === '. ');
};

const nameFrom = (words: readonly Word[], at: number): string =>
  words
    .slice(at, endOfName(words, at) + 1)
    .map(({ plain }) => plain)
    .join(' ');

/** 'N. Peeters', 'N. Van den Broeck': an initial with a stop, not 'code P. Scholen …' or 'klas 3B. Ouders …'. */
const initialThenName = (text: string, words: readonly Word[], at: number): boolean => {
  const [initial, next] = [words[at], words[at + 1]];
  if (!initial || !next || !isInitial(initial) || !/^\. ?(?:\p{Lu}\. ?)*$/u.test(next.gap)) return false;
  if (followsCode(words[at - 1]) || /\d$/.test(text.slice(0, initial.at))) return false;
  return next.capital && nameLinks.has(next.plain) ? linksToName(words, at + 1) : canBeName(next);
};

/** 'Rayane, 15 jaar', 'Rayane (15j)' */
const ageFollows = (text: string, { end }: Word): boolean =>
  /^(?:, | \()\d{1,2} ?(?:jaar|jr|j|years)(?!\p{L})/u.test(text.slice(end, end + 12));

const lowerCaseName = ({ plain }: Word): boolean =>
  plain.length > 3 && (firstNames.has(plain) || ambiguousFirstNames.has(plain) || familyNames.has(plain));

/** 'YASMINE PEETERS': in capitals a first name needs company, or it may be an abbreviation. */
const inCompany = (words: readonly Word[], at: number): boolean => {
  const next = words[at + 1];
  return joins(next) && next?.capital === true && (words[at]?.text.length ?? 0) > 3;
};

/** 'Noor Voorbeeld': a word that is also a first name, with a capital, and another one right after it. */
const isFullName = (words: readonly Word[], at: number): boolean => {
  const [word, next] = [words[at], words[at + 1]];
  if (!word?.capital || !ambiguousFirstNames.has(word.plain) || isAcronym(word)) return false;
  return next !== undefined && joins(next) && next.capital && canBeName(next);
};

/** Whether a name starts at this word. */
const startsName = (text: string, words: readonly Word[], at: number): boolean => {
  const word = words[at];
  if (!word || isPublic(words, at)) return false;
  if (initialThenName(text, words, at)) return true;
  const cue = cueBefore(text, words, at);
  if (cue !== undefined && (word.capital || isTitle(words[at - 1])) && linksToName(words, at)) return true;
  if (!word.capital) return cue === 'strong' && lowerCaseName(word);
  if (familyNames.has(word.plain) && !isAcronym(word)) return true;
  if (isFirstName(word)) return !isAcronym(word) || cue !== undefined || inCompany(words, at);
  if (isFullName(words, at)) return true;
  if (cue !== undefined) return ambiguousFirstNames.has(word.plain) || canBeName(word);
  return canBeName(word) && !word.opensSentence && ageFollows(text, word);
};

const spanFrom = (text: string, first: Word, last: Word): Finding => {
  const end = isInitial(last) && text[last.end] === '.' ? last.end + 1 : last.end;
  return { kind: 'person-name', at: first.at, length: end - first.at };
};

/**
 * Names of people without a case to compare with: a frequent first name, an initial with a name, or a capitalised word beside
 * a word such as 'leerling' or 'de mama van'. Not: organisations, localities, origins, months, people in public office, and
 * initials alone ('leerling Y.'), which are how people rightly make a story anonymous.
 * In lower case only a frequent first name right after such a word. Takes the text. Never throws.
 */
export const findPersonNames = (text: string): Finding[] => {
  const words = wordsIn(text);
  const findings: Finding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first || !startsName(text, words, at)) continue;
    const from = isInitial(first) ? at + 1 : at;
    const grows = first.capital || linksToName(words, at);
    const to = grows ? endOfName(words, from) : at;
    findings.push(spanFrom(text, first, words[to] ?? first));
    at = to;
  }
  return findings;
};
