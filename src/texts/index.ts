import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/language.js';
import type answers from './nl/answers.json';
import type caseTexts from './nl/case.json';
import type catalogue from './nl/catalogue.json';
import type checkIn from './nl/check-in.json';
import type common from './nl/common.json';
import type desk from './nl/desk.json';
import type dispatch from './nl/dispatch.json';
import type figures from './nl/figures.json';
import type catchingUp from './nl/catching-up.json';
import type handingOver from './nl/handing-over.json';
import type helpPages from './nl/help-pages.json';
import type helplines from './nl/helplines.json';
import type intake from './nl/intake.json';
import type lineImport from './nl/line-import.json';
import type linking from './nl/linking.json';
import type digest from './nl/digest.json';
import type matching from './nl/matching.json';
import type meetings from './nl/meetings.json';
import type papers from './nl/papers.json';
import type privacy from './nl/privacy.json';
import type privacyNotice from './nl/privacy-notice.json';
import type questions from './nl/questions.json';
import type referral from './nl/referral.json';
import type roundTable from './nl/round-table.json';
import type signals from './nl/signals.json';
import type start from './nl/start.json';
import type survey from './nl/survey.json';
import type worker from './nl/worker.json';
import type reconcile from './nl/reconcile.json';
import type timeline from './nl/timeline.json';
import type inquiry from './nl/inquiry.json';
import type school from './nl/school.json';
import type schoolMap from './nl/school-map.json';
import type trajectory from './nl/trajectory.json';
import type waitlist from './nl/waitlist.json';
import type web from './nl/web.json';

/** The Dutch files are the type of every text; the other languages have the same keys (a test says so). */
interface Texts {
  answers: typeof answers;
  case: typeof caseTexts;
  catalogue: typeof catalogue;
  'check-in': typeof checkIn;
  common: typeof common;
  desk: typeof desk;
  dispatch: typeof dispatch;
  figures: typeof figures;
  'catching-up': typeof catchingUp;
  'handing-over': typeof handingOver;
  'help-pages': typeof helpPages;
  helplines: typeof helplines;
  intake: typeof intake;
  'line-import': typeof lineImport;
  linking: typeof linking;
  matching: typeof matching;
  digest: typeof digest;
  meetings: typeof meetings;
  papers: typeof papers;
  privacy: typeof privacy;
  'privacy-notice': typeof privacyNotice;
  questions: typeof questions;
  referral: typeof referral;
  'round-table': typeof roundTable;
  signals: typeof signals;
  start: typeof start;
  survey: typeof survey;
  worker: typeof worker;
  reconcile: typeof reconcile;
  timeline: typeof timeline;
  inquiry: typeof inquiry;
  school: typeof school;
  'school-map': typeof schoolMap;
  trajectory: typeof trajectory;
  waitlist: typeof waitlist;
  web: typeof web;
}

type Leaves<T> = T extends string
  ? never
  : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
type KeyIn<Room extends keyof Texts> = Leaves<Texts[Room]>;

/** `room.section.key`, e.g. `waitlist.put-on-waitlist.title`; what is in common.json starts with its section: `common.state.full.word`. */
export type TextKey = { [Room in keyof Texts]: `${Room}.${KeyIn<Room>}` }[keyof Texts];
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, values?: Values) => string;

type Tree = { readonly [key: string]: string | Tree };

const rooms = [
  'answers',
  'case',
  'catalogue',
  'check-in',
  'common',
  'desk',
  'dispatch',
  'figures',
  'catching-up',
  'handing-over',
  'help-pages',
  'helplines',
  'intake',
  'line-import',
  'linking',
  'matching',
  'digest',
  'meetings',
  'papers',
  'privacy',
  'privacy-notice',
  'questions',
  'referral',
  'round-table',
  'signals',
  'start',
  'survey',
  'worker',
  'reconcile',
  'timeline',
  'inquiry',
  'school',
  'school-map',
  'trajectory',
  'waitlist',
  'web',
] as const satisfies readonly (keyof Texts)[];
const load = (language: Language, room: string): Tree =>
  JSON.parse(readFileSync(new URL(`./${language}/${room}.json`, import.meta.url), 'utf8')) as Tree;
const roomsOf = (language: Language): Record<string, Tree> =>
  Object.fromEntries(rooms.map((room) => [room, load(language, room)]));
const trees: Readonly<Record<Language, Record<string, Tree>>> = { nl: roomsOf('nl'), en: roomsOf('en') };

const formats = new Map<string, IntlMessageFormat>();

function find(language: Language, path: string): string | Tree | undefined {
  return path
    .split('.')
    .reduce<string | Tree | undefined>(
      (node, key) => (typeof node === 'object' ? node[key] : undefined),
      trees[language],
    );
}

function format(language: Language, path: string, values: Values): string {
  const id = `${language} ${path}`;
  let compiled = formats.get(id);
  if (compiled === undefined) {
    const text = find(language, path);
    if (typeof text !== 'string') throw new Error(`no text ${path} in ${language}`);
    compiled = new IntlMessageFormat(text, language === 'nl' ? 'nl-BE' : 'en-GB', undefined, { ignoreTag: true });
    formats.set(id, compiled);
  }
  const told = compiled.format(marked(values)) as string;
  return told.includes(mark) ? inOneSentence(told) : told;
}

/** Stands, while a sentence is made, behind a value that ends like a sentence: '31 aug.', 'di 1 dec., 10 u.'. */
const mark = '\uE000';

const marked = (values: Values): Record<string, string | number> => {
  const all: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    all[name] = typeof value === 'string' && /[.?!…]\**$/.test(value.slice(-4)) ? `${value}${mark}` : value;
  }
  return all;
};

/** Where such a value is the last word, its own stop is the sentence's: 'tot 31 aug.', not 'tot 31 aug..'. */
const inOneSentence = (told: string): string => told.replace(doubleStop, '$1').replaceAll(mark, '');

const doubleStop = new RegExp(`${mark}(\\**)\\.`, 'g');

/** The sentences of a language (ICU messages: `{name}`, `{n, plural, …}`). Throws on a key that does not exist. */
export const texts =
  (language: Language): Translate =>
  (key, values = {}) =>
    format(language, key, values);

/** As {@link texts}, for a key that is made from data (a code); null when there is none. */
export const textAt = (language: Language, path: string, values: Values = {}): string | null =>
  typeof find(language, path) === 'string' ? format(language, path, values) : null;

/** The text section of a card, with the common labels: what a template reads as `$host`. */
export function sectionOf(language: Language, room: string, slug: string): Record<string, unknown> {
  const section = find(language, `${room}.${slug}`);
  return { ...(typeof section === 'object' ? section : {}), common: find(language, 'common.common') };
}
