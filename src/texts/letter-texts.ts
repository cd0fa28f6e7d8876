import { readFileSync } from 'node:fs';
import type { LetterLanguage } from '../domain/letter-language.js';
import { letterLanguages } from '../domain/letter-language.js';
import type nl from './letter/nl.json';

/** The sentences of a letter for a family: the Dutch file is the type, the others have the same keys (a test says so). */
export type LetterTexts = typeof nl;

const load = (language: LetterLanguage): LetterTexts =>
  JSON.parse(readFileSync(new URL(`./letter/${language}.json`, import.meta.url), 'utf8')) as LetterTexts;

const all = Object.fromEntries(letterLanguages.map((one) => [one, load(one)])) as Record<LetterLanguage, LetterTexts>;

/** The sentences in one language. */
export const letterTexts = (language: LetterLanguage): LetterTexts => all[language];

/** How each language calls itself: whoever reads it looks for that. */
export const ownName: Readonly<Record<LetterLanguage, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  en: 'English',
  ar: 'العربية',
  tr: 'Türkçe',
  uk: 'Українська',
};

/** In Arabic with the digits that phones and calendars show here. */
const locale = (language: LetterLanguage): string =>
  language === 'ar' ? 'ar-u-nu-latn' : language === 'en' ? 'en-GB' : language;
const zone = { timeZone: 'Europe/Brussels' } as const;
const wholeDay = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** `dinsdag 12 januari 2027`, in the language of the letter. */
export const letterDay = (at: Date, language: LetterLanguage): string =>
  new Intl.DateTimeFormat(locale(language), { ...zone, ...wholeDay, weekday: 'long' }).format(at);

/** `12 januari 2027`: of a day that is not sure the weekday says too much. */
export const letterDate = (at: Date, language: LetterLanguage): string =>
  new Intl.DateTimeFormat(locale(language), { ...zone, ...wholeDay }).format(at);

/** `14.00` in Dutch, `14:00` elsewhere. */
export function letterTime(at: Date, language: LetterLanguage): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return language === 'nl' ? time.replace(':', '.') : time;
}
