import { findPattern, type Finding } from './finding.js';

const number =
  '(?:,? n(?:r|umme)?r?\\.?)?,? ?\\d{1,4}(?: ?[a-zA-Z](?![\\p{L}\\d]))?(?:,? ?(?:bus|bte|b\\.|/) ?\\d{1,4}(?:\\.\\d+)?[A-Z]?)?';
/** What is counted after a number makes it no house number: '… op de Tiensesteenweg 12 leerlingen …'. */
const counted =
  '(?![\\d%]| ?(?:%|procent|jaar|jarige|jongere|leerling|kind|scho|klas|km|kilometer|keer|maal|uur|minu|da[gc]|week|weken|maand|euro|meter|mensen|gezin|plaats))';
const letters = "[\\p{L}\\p{M}’'-]";

const patterns = [
  // Endings that hardly end other words: also in lower case.
  new RegExp(`(?<![\\p{L}])${letters}{3,40}(?:straat|laan|steenweg|dreef|plein)(?!\\p{L})${number}${counted}`, 'giu'),
  new RegExp(
    `(?<![\\p{L}-])(?!Onderweg|Halverweg|Vanweg|Baan)\\p{Lu}${letters}{1,40}(?:weg|baan|kaai|lei|vest|singel|kouter|dijk|pad)(?!\\p{L})${number}${counted}`,
    'gu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:Oude|Grote|Nieuwe|Lange|Korte|Groene|Hoge|Lage) (?:[Bb]aan|[Mm]arkt|[Ww]eg|[Dd]reef|[Ss]traat|[Dd]ijk|[Ll]aan)${number}${counted}`,
    'gu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:rue|avenue|chaussée|boulevard|place)(?: (?:${letters}{1,30})){1,5}${number}${counted}`,
    'giu',
  ),
];

/** Streets with a house number; a street alone is a locality that people talk about. Never throws. */
export const findAddresses = (text: string): Finding[] =>
  patterns.flatMap((pattern) => findPattern('address', text, pattern));
