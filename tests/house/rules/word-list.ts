import { readFileSync } from 'node:fs';
import type { Language } from './text-rules.js';

/** A word that is not said, and what is said instead. */
interface Word {
  readonly says: RegExp;
  readonly instead: string;
  /** The rooms of texts it is about; otherwise all of them. */
  readonly only?: readonly string[];
  /** The beginnings of keys where it is said all the same, each with why. */
  readonly except?: Readonly<Record<string, string>>;
}

/** Jargon, and what explains it in the same section of texts: on the same card. */
interface Explained {
  readonly says: RegExp;
  readonly by: RegExp;
  readonly except?: Readonly<Record<string, string>>;
}

type Written<T> = Omit<T, 'says' | 'by'> & { readonly says: string; readonly by: string };
type List = Record<Language, { oneName: Written<Word>[]; plain: Written<Word>[] }> & {
  explained: Written<Explained>[];
};

const list = JSON.parse(readFileSync(new URL('./words.json', import.meta.url), 'utf8')) as List;

const wholeWord = (says: string): RegExp => new RegExp(`(?<!\\p{L})(?:${says})(?!\\p{L})`, 'iu');
const compiled = (language: Language): readonly Word[] => [
  ...list[language].oneName.map((word) => ({ ...word, says: new RegExp(word.says, 'iu') })),
  ...list[language].plain.map((word) => ({ ...word, says: wholeWord(word.says) })),
];
const words: Readonly<Record<Language, readonly Word[]>> = { nl: compiled('nl'), en: compiled('en') };
const jargon: readonly Explained[] = list.explained.map(({ says, by, ...more }) => ({
  ...more,
  says: new RegExp(says, 'u'),
  by: new RegExp(by, 'iu'),
}));

const isExcepted = (key: string, except: Readonly<Record<string, string>> = {}): boolean =>
  Object.keys(except).some((start) => key.startsWith(start));

/** Without the names of its values: they are ours, nobody reads them. */
const withoutNames = (text: string): string => text.replace(/\{\w+(?=[,}])/g, '{');

/** What a text says that has another word here: `key` is the whole key, from its room on. */
export const otherWords = (text: string, key: string, language: Language): string[] =>
  words[language]
    .filter(({ says, only, except }) => {
      const isHere = only === undefined || only.includes(key.split('.')[0]!);
      return isHere && !isExcepted(key, except) && says.test(withoutNames(text));
    })
    .map(({ says, instead }) => `says “${says.exec(withoutNames(text))?.[0]}” for “${instead}”`);

/** Jargon of a section of texts that nothing in the same section explains. */
export function unexplained(
  section: string,
  texts: readonly { readonly key: string; readonly text: string }[],
): string[] {
  return jargon
    .filter(({ says, by, except }) => {
      const used = texts.filter(({ key, text }) => says.test(text) && !isExcepted(key, except));
      return used.length > 0 && !texts.some(({ text }) => by.test(text));
    })
    .map(({ says, by }) => `${section} says ${says.source} and does not explain it (${by.source})`);
}

/** Exceptions that no text needs any more: an argument for nothing. */
export const idleExceptions = (keys: readonly string[]): string[] =>
  [...list.nl.oneName, ...list.nl.plain, ...list.explained]
    .flatMap(({ except }) => Object.keys(except ?? {}))
    .filter((start) => !keys.some((key) => key.startsWith(start)));
