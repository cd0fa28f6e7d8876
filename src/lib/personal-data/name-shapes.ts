import { namesNobody, nameLinks, soundsLikeOrigin, soundsLikeTheme } from './everyday-words.js';
import { firstNames } from './first-names.js';
import { isLocality } from './locality-words.js';
import { joins, type Word } from './words.js';

/** 'VDAB', 'CLB’s' */
export const isAcronym = ({ text }: Word): boolean => /^\p{Lu}{2,}s?$/u.test(text);

/** 'P' */
export const isInitial = ({ text }: Word): boolean => /^\p{Lu}$/u.test(text);

/** A frequent first name, also as owner: 'Jonas’', 'Saras'. */
export const isFirstName = ({ plain }: Word): boolean =>
  firstNames.has(plain) || firstNames.has(plain.replace(/(?<=.{3})s$/, ''));

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

/** Index of the last word of a name that starts at an index: 'Yasmine El Amrani', 'Jonas P.', 'Zoë-Lynn'. */
export const endOfName = (words: readonly Word[], from: number): number => {
  let last = from;
  const first = words[from];
  const inCapitals = first !== undefined && isAcronym(first);
  for (let at = from + 1; at < words.length; at += 1) {
    const word = words[at];
    if (!word || !joins(word)) break;
    const goesOn = word.capital && !namesNobody.has(word.plain) && (inCapitals || !isAcronym(word));
    if (goesOn) last = at;
    else if (!nameLinks.has(word.plain)) break;
  }
  return last;
};
