import type { LocalDate } from '../contracts/calendar.js';
import type { Language } from '../domain/language.js';

/** Our own short names: what a Node version's language data says may change between releases. */
const words = {
  nl: {
    weekdays: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
    months: ['jan.', 'feb.', 'mrt.', 'apr.', 'mei', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
    day: ['dag', 'dagen'],
    week: ['week', 'weken'],
  },
  en: {
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    day: ['day', 'days'],
    week: ['week', 'weeks'],
  },
} as const;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

interface InBrussels {
  readonly day: LocalDate;
  readonly hour: number;
  readonly minute: string;
}

/** What was told a moment ago: the same instants stand on the same cards, and local time is slow to work out. */
const told = new Map<number, InBrussels>();
const mostTold = 5_000;

const inBrussels = (at: Date): InBrussels => {
  const known = told.get(at.getTime());
  if (known !== undefined) return known;
  if (told.size >= mostTold) told.clear();
  const worked = workedOut(at);
  told.set(at.getTime(), worked);
  return worked;
};

const workedOut = (at: Date): InBrussels => {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`,
    hour: Number(parts['hour']),
    minute: parts['minute'] ?? '00',
  };
};

/** 'di 12 jan.' or 'Tue 12 Jan'; with the year when that is not the year of `today`. Without `today` no year is told. */
export const day = (on: LocalDate, language: Language, today?: LocalDate): string => {
  const { weekdays, months } = words[language];
  const [year = '', month = '', date = ''] = on.split('-');
  const weekday = weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? '';
  const told = `${weekday} ${Number(date)} ${months[Number(month) - 1] ?? ''}`;
  return today && today.slice(0, 4) !== year ? `${told} ${year}` : told;
};

/** '12 jan.' or '12 Jan': a day in a table or under a figure; with the year when it is more than ten months from `today`. */
export const shortDay = (on: LocalDate, language: Language, today?: LocalDate): string => {
  const far = today !== undefined && Math.abs(Date.parse(on) - Date.parse(today)) > 300 * 86_400_000;
  return day(on, language, far ? today : undefined)
    .split(' ')
    .slice(1)
    .join(' ');
};

/** '14 u.', '10.12 u.' or '14:00', in Belgium. */
export const time = (at: Date, language: Language): string => {
  const { hour, minute } = inBrussels(at);
  if (language === 'en') return `${String(hour).padStart(2, '0')}:${minute}`;
  return minute === '00' ? `${hour} u.` : `${hour}.${minute} u.`;
};

/** 'do 14 jan., 14 u.' or 'Thu 14 Jan, 14:00', in Belgium; with the year when that is not the year of `now`. */
export const moment = (at: Date, language: Language, now?: Date): string =>
  `${day(inBrussels(at).day, language, now && inBrussels(now).day)}, ${time(at, language)}`;

/** '1 dag', '9 dagen'. */
export const days = (count: number, language: Language): string =>
  `${count} ${words[language].day[count === 1 ? 0 : 1]}`;

/** '1 week', '5 weken'. */
export const weeks = (count: number, language: Language): string =>
  `${count} ${words[language].week[count === 1 ? 0 : 1]}`;

/** Takes days; under two weeks they are told exactly ('9 dagen'), longer roughly in weeks ('± 5 weken'). */
export const duration = (count: number, language: Language): string =>
  count < 14 ? days(Math.round(count), language) : `± ${weeks(Math.round(count / 7), language)}`;

const dutchEnding = (count: number): string => {
  const rest = count % 100;
  return rest === 1 || rest === 8 || rest >= 20 || (rest === 0 && count > 0) ? 'ste' : 'de';
};

const englishEnding = (count: number): string => {
  const isTeen = Math.floor((count % 100) / 10) === 1;
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
};

/** '1ste', '2de', '3de', '8ste', '20ste'; '1st', '2nd', '3rd', '11th'. Takes a whole number from 0. */
export const ordinal = (count: number, language: Language): string =>
  `${count}${language === 'nl' ? dutchEnding(count) : englishEnding(count)}`;

/** Sentences that were put together by hand: 'tot 31 aug..' gets one full stop. Within one text `texts` sees to it. */
export const oneStop = (sentence: string): string => sentence.replace(/\.(\**)\.(?!\.)/g, '.$1');
