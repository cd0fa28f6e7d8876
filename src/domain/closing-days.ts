import { leadingDate, writeDate, type DateFault, type LeadingDate } from '../lib/dates/index.js';
import { daysLater, type LocalDate } from './local-date.js';

/** A period in which the desk is closed besides public holidays, both days included (R4). */
export interface ClosedPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly label: string;
}

export type ClosingFault = 'not-dates' | 'no-such-date' | 'dates-backwards' | 'closed-too-long';

export type ClosingAnswer =
  | { readonly ok: true; readonly periods: readonly ClosedPeriod[] }
  | { readonly ok: false; readonly fault: ClosingFault };

/** More closed days than this are a slip: with the school holidays they would leave the desk too little of a year. */
const mostDays = 200;
const mostLines = 60;
const longestLabel = 60;
/** Between the first and the last day: a dash, or a word that says the same. */
const dash = /^\s*[\p{Pd}−]/u;
const untilWord = /^\s*(?:tot en met|tot|t\/m|tem|to|until)(?!\p{L})/iu;

const faultOf = (fault: DateFault): ClosingFault => (fault === 'unreadable' ? 'not-dates' : 'no-such-date');

/** What follows the first day: the last day, or only why. A dash may stand before either, but a number is a day. */
function lastDay(first: LeadingDate & { readonly ok: true }): LeadingDate {
  const { rest } = first;
  const said = untilWord.exec(rest) ?? dash.exec(rest);
  if (said === null) return first;
  const last = leadingDate(rest.slice(said[0].length));
  const isLabel = dash.test(rest) && !/^\s*[\p{Pd}−]\s*\d/u.test(rest);
  return !last.ok && last.fault === 'unreadable' && isLabel ? first : last;
}

function readLine(text: string): ClosedPeriod | ClosingFault {
  const first = leadingDate(text);
  if (!first.ok) return faultOf(first.fault);
  const last = lastDay(first);
  if (!last.ok) return faultOf(last.fault);
  if (first.day > last.day) return 'dates-backwards';
  const label = last.rest.replace(/^[\s:,.;\p{Pd}]+/u, '').trim();
  return { from: first.day, to: last.day, label: label.slice(0, longestLabel) };
}

const daysOf = ({ from, to }: ClosedPeriod): number => {
  let count = 1;
  for (let day = from; day < to && count <= mostDays; day = daysLater(day, 1)) count++;
  return count;
};

/**
 * Reads closing days, one period per line: '24/12/2026–2/1/2027 Kerst', or one day '11/7/2027'. Gives them in order, or
 * what is wrong.
 */
export function readClosingDays(text: string): ClosingAnswer {
  const lines = text
    .split(/[\r\n;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (lines.length > mostLines) return { ok: false, fault: 'closed-too-long' };
  const read = lines.map(readLine);
  const fault = read.find((one) => typeof one === 'string');
  if (fault !== undefined) return { ok: false, fault };
  const periods = read.filter((one): one is ClosedPeriod => typeof one !== 'string');
  const total = periods.reduce((sum, one) => sum + daysOf(one), 0);
  if (total > mostDays) return { ok: false, fault: 'closed-too-long' };
  return { ok: true, periods: [...periods].sort((one, other) => (one.from < other.from ? -1 : 1)) };
}

const lineOf = ({ from, to, label }: ClosedPeriod): string =>
  `${writeDate(from)}${to === from ? '' : `–${writeDate(to)}`} ${label}`.trim();

/** '24/12/2026–2/1/2027 Kerst', one period per line. {@link readClosingDays} reads it back. */
export const closingDaysText = (periods: readonly ClosedPeriod[]): string => periods.map(lineOf).join('\n');
