import { foldedWords } from '../folded-words.js';
import type { Lens } from './lens.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { listOf, textOf, withList, type HsdsRecord } from '../../lib/hsds/record.js';

/** ISO 639-1 (and Flemish sign language, which has only three letters) with the other ways in which publishers write a language: 639-2 codes, names. */
const spellings: Readonly<Record<string, string>> = {
  nl: 'nld dut nederlands dutch vlaams flemish',
  fr: 'fra fre frans french francais',
  en: 'eng engels english',
  de: 'deu ger duits german deutsch',
  es: 'spa spaans spanish espanol',
  it: 'ita italiaans italian',
  pt: 'por portugees portuguese',
  ar: 'ara arabisch arabic',
  tr: 'tur turks turkish',
  pl: 'pol pools polish',
  ro: 'ron rum roemeens romanian',
  bg: 'bul bulgaars bulgarian',
  ru: 'rus russisch russian',
  uk: 'ukr oekraiens ukrainian',
  fa: 'fas per perzisch persian farsi dari',
  ps: 'pus pasjtoe pashto',
  ku: 'kur koerdisch kurdish',
  so: 'som somalisch somali',
  ti: 'tir tigrinya',
  sq: 'sqi alb albanees albanian',
  vgt: 'gebarentaal',
};
const codeOfSpelling = new Map(
  Object.entries(spellings).flatMap(([code, words]) =>
    [code, ...words.split(' ')].map((word) => [word, code] as const),
  ),
);

/** The two letters of a language, from its code or else its name; null when it is one we cannot tell. */
function codeOf(language: HsdsRecord): string | null {
  const code = foldedWords(textOf(language, 'code') ?? '')[0];
  if (code !== undefined) return codeOfSpelling.get(code) ?? (/^[a-z]{2}$/.test(code) ? code : null);
  return codeOfSpelling.get(foldedWords(textOf(language, 'name') ?? '')[0] ?? '') ?? null;
}

/** The languages in which one is helped. Those that we cannot tell are not got and stay. */
export const languagesLens: Lens<readonly string[]> = {
  get: (service) => [
    ...new Set(
      listOf(service, 'languages')
        .map(codeOf)
        .filter((code) => code !== null),
    ),
  ],
  put(service, codes, { id, terms }) {
    const now = listOf(service, 'languages');
    const unknown = now.filter((one) => codeOf(one) === null);
    const wanted = [...new Set(codes)].flatMap(
      (code) =>
        now.find((one) => codeOf(one) === code) ?? {
          id: nameUuid(id, `language ${code}`),
          service_id: id,
          name: terms.languageName(code),
          code,
        },
    );
    return withList(service, 'languages', [...wanted, ...unknown]);
  },
};
