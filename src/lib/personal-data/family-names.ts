import { familyNamesAlsoWords } from './names/family-names-also-words.js';
import { familyNamesHere } from './names/family-names.js';

/**
 * Family names that are frequent in Flanders and are no everyday word: enough by themselves, with a capital.
 * 'De Smet', 'De Vos' and the like are words, and are found beside a first name, an initial or a word such as 'mevrouw'.
 */
export const familyNames: ReadonlySet<string> = new Set(
  `peeters janssens jacobs mertens willems goossens wouters vermeulen pauwels hermans aerts michiels martens declercq
  desmet devos verhoeven hendrickx smets janssen stevens lemmens vandamme verstraeten segers claeys cools coppens dhondt bogaerts
  vandenberghe vandenbroeck vanderlinden thijs nys symons christiaens baeten vermeersch verbeke vercammen verheyen moens
  vanhove bosmans benali yilmaz kaya elamrani benyahia elidrissi ozturk`
    .trim()
    .split(/\s+/),
);

const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** All family names that are no word: a name inside a sentence, or beside another name. */
export const knownFamilyNames: ReadonlySet<string> = setOf(familyNamesHere);

/** Family names that are words too, 'Vos', 'Bakker': a name only beside a first name. */
export const familyNamesThatAreWords: ReadonlySet<string> = setOf(familyNamesAlsoWords);
