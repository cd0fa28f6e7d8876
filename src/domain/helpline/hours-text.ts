import type { Language } from '../language.js';
import { readHours, type DayHours, type HoursFault } from '../opening-hours.js';

/** Per ISO weekday ('1' = Monday … '7' = Sunday) when somebody can be reached. */
export type WeekHours = Readonly<Record<string, DayHours>>;

export type WeekFault = HoursFault | 'no-days';

export type WeekAnswer =
  { readonly ok: true; readonly week: WeekHours | null } | { readonly ok: false; readonly fault: WeekFault };

/** How days are written, Monday first; the first two are how we write them ourselves (Dutch, English). */
const dayWords = [
  ['ma', 'mon', 'maandag', 'monday', 'maa'],
  ['di', 'tue', 'dinsdag', 'tuesday', 'tues', 'din'],
  ['wo', 'wed', 'woensdag', 'wednesday', 'woe'],
  ['do', 'thu', 'donderdag', 'thursday', 'thurs', 'thur', 'don'],
  ['vr', 'fri', 'vrijdag', 'friday', 'vrij'],
  ['za', 'sat', 'zaterdag', 'saturday', 'zat'],
  ['zo', 'sun', 'zondag', 'sunday', 'zon'],
] as const;

const several: Readonly<Record<string, string>> = {
  weekdagen: 'ma-vr',
  werkdagen: 'ma-vr',
  weekdays: 'ma-vr',
  weekend: 'za-zo',
  'elke dag': 'ma-zo',
  'alle dagen': 'ma-zo',
  dagelijks: 'ma-zo',
  'every day': 'ma-zo',
  daily: 'ma-zo',
};
const always = /^(?:24\s*(?:\/|u(?:ur)?\s*op)\s*7|dag en nacht|altijd(?: bereikbaar| open)?|day and night|always)\.?$/i;

const names = dayWords
  .flat()
  .sort((one, other) => other.length - one.length)
  .join('|');
const day = String.raw`\b(?:${names})\b\.?`;
const range = String.raw`${day}(?:\s*(?:-|–|—|tot(?:\s+en\s+met)?|t\/m|to|until)\s*${day})?`;
const days = new RegExp(String.raw`${range}(?:\s*(?:,|\/|&|\+|\ben\b|\band\b)\s*${range})*\s*:?`, 'gi');

const numberOf = (word: string): number =>
  dayWords.findIndex((words) => (words as readonly string[]).includes(word.toLowerCase())) + 1;

/** 'ma–wo, vr' gives 1, 2, 3, 5; a range may run over the weekend ('vr–ma'). */
function dayNumbers(text: string): number[] {
  const ranges = text.match(new RegExp(range, 'gi')) ?? [];
  return ranges.flatMap((one) => {
    const [from = 0, to = from] = (one.match(new RegExp(String.raw`\b(?:${names})\b`, 'gi')) ?? []).map(numberOf);
    const length = ((to - from + 7) % 7) + 1;
    return Array.from({ length }, (_none, index) => ((from - 1 + index) % 7) + 1);
  });
}

const wholeWeek: WeekHours = Object.fromEntries(dayWords.map((_words, index) => [index + 1, [['00:00', '24:00']]]));

/** Words for several days at once, written out. */
const writtenOut = (text: string): string =>
  Object.entries(several).reduce(
    (so, [word, meant]) => so.replace(new RegExp(String.raw`\b${word}\b`, 'gi'), meant),
    text,
  );

const trimmed = (text: string): string => text.replace(/^[\s,;:]+|[\s,;]+$/g, '');

/**
 * Reads the hours of a week as people write them: 'ma–vr 9–12 u., 13–16.30 u.; za 10–12 u.', 'elke dag 9u tot 17u',
 * '24/7'. Empty is not told (null). Gives hours per weekday, or what is wrong: no day named before the hours (`no-days`)
 * or a fault of {@link readHours}. {@link weekText} writes what this reads back.
 */
export function readWeek(text: string): WeekAnswer {
  const typed = writtenOut(text.trim());
  if (typed === '') return { ok: true, week: null };
  if (always.test(typed)) return { ok: true, week: wholeWeek };
  const found = [...typed.matchAll(days)];
  const [first] = found;
  if (first === undefined || trimmed(typed.slice(0, first.index)) !== '') return { ok: false, fault: 'no-days' };
  const parts = found.map((match, index) => ({
    numbers: dayNumbers(match[0]),
    hours: trimmed(typed.slice(match.index + match[0].length, found[index + 1]?.index ?? typed.length)),
  }));
  return together(parts);
}

/** A day named twice has the periods of both, when they leave each other room. */
function together(parts: readonly { readonly numbers: readonly number[]; readonly hours: string }[]): WeekAnswer {
  const texts = new Map<number, string>();
  for (const { numbers, hours } of parts) {
    if (hours === '') return { ok: false, fault: 'not-hours' };
    for (const number of numbers) texts.set(number, texts.has(number) ? `${texts.get(number)}, ${hours}` : hours);
  }
  const week: Record<string, DayHours> = {};
  for (const [number, hours] of [...texts].sort(([one], [other]) => one - other)) {
    const answer = readHours(hours);
    if (!answer.ok) return answer;
    if (answer.hours.length > 0) week[number] = answer.hours;
  }
  return { ok: true, week: Object.keys(week).length === 0 ? null : week };
}

const dutchTime = (time: string): string =>
  time
    .replace(/^0(?=\d)/, '')
    .replace(/:00$/, '')
    .replace(':', '.');

const hoursOf = (hours: DayHours, language: Language): string =>
  hours
    .map(([from, to]) => (language === 'en' ? `${from}–${to}` : `${dutchTime(from)}–${dutchTime(to)} u.`))
    .join(', ');

const nameOf = (number: number, language: Language): string => {
  const [dutch = '', english = ''] = dayWords[number - 1] ?? [];
  return language === 'nl' ? dutch : `${english.slice(0, 1).toUpperCase()}${english.slice(1)}`;
};

/** 1, 2, 3, 5 gives 'ma–wo, vr'; two days after each other stay apart ('ma, di'). */
function daysText(numbers: readonly number[], language: Language): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs
    .flatMap((run) =>
      run.length > 2
        ? [[run.at(0), run.at(-1)].flatMap((one) => (one === undefined ? [] : [nameOf(one, language)])).join('–')]
        : run.map((number) => nameOf(number, language)),
    )
    .join(', ');
}

/** 'ma–vr 9–12 u., 13–16.30 u.; za 10–12 u.' or 'Mon–Fri 09:00–12:00'; days with the same hours together. */
export function weekText(week: WeekHours, language: Language): string {
  const groups = new Map<string, number[]>();
  for (let number = 1; number <= 7; number += 1) {
    const hours = week[String(number)];
    if (hours === undefined || hours.length === 0) continue;
    const text = hoursOf(hours, language);
    groups.set(text, [...(groups.get(text) ?? []), number]);
  }
  return [...groups].map(([hours, numbers]) => `${daysText(numbers, language)} ${hours}`).join('; ');
}
