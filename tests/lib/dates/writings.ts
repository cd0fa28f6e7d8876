import fc from 'fast-check';
import { monthNames } from '../../../src/lib/dates/index.js';

/** A day, and what a person typed for it. */
export interface Written {
  readonly day: string;
  readonly typed: string;
}

const gapSigns = ['-', '/', '.', ' ', '–', '—', '‑', '−', ' - ', ' / ', ' – ', '. ', ', ', '\u00a0', '/ '];
const weekdays = ['', 'vr ', 'vr. ', 'vrijdag ', 'Vrijdag, ', 'Fri ', 'za '];
const accented: Readonly<Record<string, string>> = { fevrier: 'février', aout: 'août', decembre: 'décembre' };

const inCase = (name: string, how: number): string => {
  const spelled = how % 2 === 0 ? name : (accented[name] ?? name);
  if (how === 1) return spelled.toUpperCase();
  return how === 2 ? spelled.slice(0, 1).toUpperCase() + spelled.slice(1) : spelled;
};

/** Days from 1 January 2000 to 31 December 2026. */
export const days: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 9861 })
  .map((count) => new Date(Date.UTC(2000, 0, 1 + count)).toISOString().slice(0, 10));

const numbers = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month, date };
};

/** One way of writing a number of two digits: as it is, or with its nought. */
const padded = (number: string): fc.Arbitrary<string> => fc.constantFrom(number, String(Number(number)));

const dayFirst: fc.Arbitrary<Written> = days.chain((day) => {
  const { year, month, date } = numbers(day);
  return fc
    .record({
      weekday: fc.constantFrom(...weekdays),
      date: padded(date),
      month: padded(month),
      year: fc.constantFrom(year, year.slice(2), `'${year.slice(2)}`),
      first: fc.constantFrom(...gapSigns),
      second: fc.constantFrom(...gapSigns),
    })
    .map((p) => ({ day, typed: `${p.weekday}${p.date}${p.first}${p.month}${p.second}${p.year}` }));
});

const monthNamed: fc.Arbitrary<Written> = days.chain((day) => {
  const { year, month, date } = numbers(day);
  const names = monthNames[Number(month) - 1]!;
  return fc
    .record({
      weekday: fc.constantFrom(...weekdays),
      date: padded(date),
      ending: fc.constantFrom('', '', 'de', 'e', 'ste', 'th'),
      name: fc.constantFrom(...names),
      how: fc.nat({ max: 3 }),
      dot: fc.constantFrom('', '', '.'),
      first: fc.constantFrom(' ', '-', ' - ', '/', '. ', '\u00a0'),
      second: fc.constantFrom(' ', '-', ', ', '/', ' – '),
      year: fc.constantFrom(year, year.slice(2), `’${year.slice(2)}`),
    })
    .map((p) => ({
      day,
      typed: `${p.weekday}${p.date}${p.ending}${p.first}${inCase(p.name, p.how)}${p.dot}${p.second}${p.year}`,
    }));
});

const yearFirst: fc.Arbitrary<Written> = days.chain((day) => {
  const { year, month, date } = numbers(day);
  return fc
    .record({ month: padded(month), date: padded(date), gap: fc.constantFrom(...gapSigns) })
    .map((p) => ({ day, typed: `${year}${p.gap}${p.month}${p.gap}${p.date}` }));
});

const inOneRow: fc.Arbitrary<Written> = days.chain((day) => {
  const { year, month, date } = numbers(day);
  const typed = [`${date}${month}${year}`, `${date}${month}${year.slice(2)}`, `${year}${month}${date}`];
  return fc.constantFrom(...typed).map((text) => ({ day, typed: text }));
});

const glued: fc.Arbitrary<Written> = days.chain((day) => {
  const { year, month, date } = numbers(day);
  return fc
    .constantFrom(...monthNames[Number(month) - 1]!)
    .map((name) => ({ day, typed: `${Number(date)}${name}${year}` }));
});

/** Every way in which a person may write a day, with white space around it. */
export const writings: fc.Arbitrary<Written> = fc
  .tuple(
    fc.oneof(dayFirst, monthNamed, yearFirst, inOneRow, glued),
    fc.constantFrom('', ' ', '\t'),
    fc.constantFrom('', ' ', '.', ' \n'),
  )
  .map(([{ day, typed }, before, after]) => ({ day, typed: `${before}${typed}${after}` }));
