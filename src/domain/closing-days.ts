import { daysLater, parseLocalDate, type LocalDate } from './local-date.js';

/** A period in which the desk is closed besides public holidays, both days included (R4). */
export interface ClosedPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly label: string;
}

export type ClosingFault = 'not-dates' | 'dates-backwards' | 'closed-too-long';

export type ClosingAnswer =
  | { readonly ok: true; readonly periods: readonly ClosedPeriod[] }
  | { readonly ok: false; readonly fault: ClosingFault };

/** More closed days than this are a slip: with the school holidays they would leave the desk too little of a year. */
const mostDays = 200;
const mostLines = 60;
const longestLabel = 60;
const date = String.raw`(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2})`;
const line = new RegExp(String.raw`^${date}(?:\s*(?:–|—|-|tot|t/m|to)\s*${date})?(?:[\s:,]+(.*))?$`, 'i');

function readLine(text: string): ClosedPeriod | 'not-dates' | 'dates-backwards' {
  const [, first, last = first, label = ''] = line.exec(text) ?? [];
  const from = first === undefined ? undefined : parseLocalDate(first);
  const to = last === undefined ? undefined : parseLocalDate(last);
  if (from === undefined || to === undefined) return 'not-dates';
  return from > to ? 'dates-backwards' : { from, to, label: label.trim().slice(0, longestLabel) };
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

const dayText = (day: LocalDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}/${year}`;
};

const lineOf = ({ from, to, label }: ClosedPeriod): string =>
  `${dayText(from)}${to === from ? '' : `–${dayText(to)}`} ${label}`.trim();

/** '24/12/2026–2/1/2027 Kerst', one period per line. {@link readClosingDays} reads it back. */
export const closingDaysText = (periods: readonly ClosedPeriod[]): string => periods.map(lineOf).join('\n');
