import { namesNobody, nameLinks, soundsLikeOrigin, soundsLikeTheme, wordsThatAreNames } from './everyday-words.js';
import { familyNamesThatAreWords, knownFamilyNames } from './family-names.js';
import { ambiguousFirstNames, firstNames, firstNamesElsewhere } from './first-names.js';
import { isLocality } from './locality-words.js';
import { joins, type Word } from './words.js';

/** 'VDAB', 'CLB’s' */
export const isAcronym = ({ text }: Word): boolean => /^\p{Lu}{2,}s?$/u.test(text);

/** 'P' */
export const isInitial = ({ text }: Word): boolean => /^\p{Lu}$/u.test(text);

const isEveryday = (plain: string): boolean => namesNobody.has(plain) || wordsThatAreNames.has(plain);

/** A frequent first name, also as owner: 'Jonas’', 'Saras'. */
export const isFirstName = ({ plain }: Word): boolean =>
  firstNames.has(plain) || (!isEveryday(plain) && firstNames.has(plain.replace(/(?<=.{3})s$/, '')));

/** Whether a word stands in a list of names and is no word of every day. */
export const isSurelyName = ({ plain }: Word): boolean =>
  [firstNames, firstNamesElsewhere, knownFamilyNames].some((list) => list.has(plain));

/** Whether a word stands in any of our lists of names, also those that are words of every day. */
export const isInLists = ({ plain }: Word): boolean =>
  [firstNames, firstNamesElsewhere, ambiguousFirstNames, knownFamilyNames, familyNamesThatAreWords].some((list) =>
    list.has(plain),
  );

/** A capitalised word that could be part of a name: no organisation, locality, origin, theme or opening word. */
export const canBeName = (word: Word): boolean => {
  if (!word.capital || isAcronym(word) || word.plain.length < 2) return false;
  if (namesNobody.has(word.plain) || isLocality(word.plain)) return false;
  return firstNames.has(word.plain) || !(soundsLikeOrigin(word.plain) || soundsLikeTheme(word.plain));
};

/** A particle with a capitalised word after it that is no locality: 'Van den Broeck', 'de Smet'. */
export const linksToName = (words: readonly Word[], at: number): boolean => {
  const last = words[endOfName(words, at)];
  return nameLinks.has(words[at]?.plain ?? '') && last !== undefined && last !== words[at] && canBeName(last);
};

/** No name has more words: what goes on longer is read in pieces, so that a long row of capitals is read once. */
const mostWords = 9;

/** Index of the last word of a name that starts at an index: 'Yasmine El Amrani', 'Jonas P.', 'Zoë-Lynn'. */
export const endOfName = (words: readonly Word[], from: number): number => {
  let last = from;
  const first = words[from];
  const inCapitals = first !== undefined && isAcronym(first);
  for (let at = from + 1; at < Math.min(words.length, from + mostWords); at += 1) {
    const word = words[at];
    if (!word || !joins(word)) break;
    const goesOn = word.capital && !namesNobody.has(word.plain) && (inCapitals || !isAcronym(word));
    if (goesOn) last = at;
    else if (!nameLinks.has(word.plain)) break;
  }
  return last;
};
