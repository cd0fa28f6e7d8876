import { nameLinks } from './everyday-words.js';
import type { Finding } from './finding.js';
import { familyNames, knownFamilyNames } from './family-names.js';
import { ambiguousFirstNames, firstNames, firstNamesElsewhere } from './first-names.js';
import {
  canBeName,
  endOfName,
  isAcronym,
  isFirstName,
  isInitial,
  isInLists,
  isSurelyName,
  linksToName,
} from './name-shapes.js';
import { isLocality } from './locality-words.js';
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
  const name = nameFrom(words, at);
  if (publicNames.has(name) || isStreet(name) || isLocality(name)) return true;
  if (before && joins(word) && isLocality(before.plain + (word?.plain ?? ''))) return true;
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
  if (followsCode(words[at - 1]) || /\d/.test(text.charAt(initial.at - 1))) return false;
  return next.capital && nameLinks.has(next.plain) ? linksToName(words, at + 1) : canBeName(next);
};

/** 'Rayane, 15 jaar', 'Rayane (15j)' */
const ageFollows = (text: string, { end }: Word): boolean =>
  /^(?:, | \()\d{1,2} ?(?:jaar|jr|j|years)(?!\p{L})/u.test(text.slice(end, end + 12));

const lowerCaseName = ({ plain }: Word): boolean =>
  plain.length > 3 &&
  [firstNames, firstNamesElsewhere, ambiguousFirstNames, familyNames, knownFamilyNames].some((list) => list.has(plain));

/** 'met younes': in small letters a first name that is no word, and long enough not to be one by chance. */
const inSmallLetters = ({ plain, gap }: Word): boolean =>
  plain.length > 3 && firstNames.has(plain) && !/[-@._]$/.test(gap);

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

const isJoinedAcronym = (word: Word | undefined): boolean => word !== undefined && joins(word) && isAcronym(word);

/** 'BARRY Fatoumata', 'EL KHATTABI Ilyas': a family name in capitals before a first name. */
const capitalsThenName = (words: readonly Word[], at: number): boolean => {
  let last = at;
  while (last < at + 3 && isJoinedAcronym(words[last + 1])) last += 1;
  const [word, next] = [words[at], words[last + 1]];
  if (!word || !isAcronym(word) || !next || !joins(next)) return false;
  return next.capital && (firstNames.has(next.plain) || firstNamesElsewhere.has(next.plain));
};

const sayWhich = new Set(
  'de het een deze dit die dat project aanbod werking methodiek app spel boek film lied'.split(' '),
);

/** A capital inside a sentence on a word that stands in a list of names, and not after 'de', 'het' or 'project'. */
const insideSentence = (words: readonly Word[], at: number): boolean => {
  const [word, before] = [words[at], words[at - 1]];
  if (!word || word.opensSentence || !canBeName(word) || (before && sayWhich.has(before.plain))) return false;
  return ambiguousFirstNames.has(word.plain) || (knownFamilyNames.has(word.plain) && word.plain.length > 3);
};

/** 'Aleksandra Wójcik', 'Vos Kato': two words with capitals that may be a name, one of which stands in a list. */
const twoNames = (words: readonly Word[], at: number): boolean => {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !next || !joins(next) || !canBeName(word) || !canBeName(next)) return false;
  if (isPublicOffice(word.plain)) return false;
  return word.opensSentence ? isInLists(word) && isInLists(next) : isSurelyName(word) || isSurelyName(next);
};

/** Whether a name starts at this word. */
const startsName = (text: string, words: readonly Word[], at: number): boolean => {
  const word = words[at];
  if (!word || isPublic(words, at)) return false;
  if (initialThenName(text, words, at)) return true;
  const cue = cueBefore(text, words, at);
  if (cue !== undefined && (word.capital || isTitle(words[at - 1])) && linksToName(words, at)) return true;
  if (!word.capital) return (cue === 'strong' && lowerCaseName(word)) || inSmallLetters(word);
  if (familyNames.has(word.plain) && !isAcronym(word)) return true;
  if (isFirstName(word)) return !isAcronym(word) || cue !== undefined || inCompany(words, at);
  if (capitalsThenName(words, at) || isFullName(words, at)) return true;
  if (firstNamesElsewhere.has(word.plain) && !isAcronym(word) && canBeName(word)) return true;
  if (insideSentence(words, at) || twoNames(words, at)) return true;
  if (cue !== undefined) return ambiguousFirstNames.has(word.plain) || canBeName(word);
  return canBeName(word) && !word.opensSentence && ageFollows(text, word);
};

const spanFrom = (text: string, first: Word, last: Word): Finding => {
  const end = isInitial(last) && text[last.end] === '.' ? last.end + 1 : last.end;
  return { kind: 'person-name', at: first.at, length: end - first.at };
};

/**
 * Names of people without a case to compare with: a name of our lists, an initial with a name, two capitals beside each other of
 * which one is such a name, or a capitalised word beside a word such as 'leerling' or 'de mama van'. Not: organisations,
 * localities, origins, months, people in public office, and one initial alone ('leerling Y.').
 * In lower case a first name from here that is no word, and any name right after such a word. Takes the text. Never throws.
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
