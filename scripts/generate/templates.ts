import type { Calendar } from '../../src/domain/calendar.js';
import { cut, type Cut } from './holes.js';
import { Life } from './life.js';
import type { Row } from './rows.js';
import { ways, type Way } from './ways.js';

/** The rows of one table in one life, to be copied. */
export interface TableRows {
  readonly table: Row['table'];
  readonly columns: readonly string[];
  readonly rows: readonly Cut[];
}

/** One life, to be copied as often as wanted. */
export interface Template {
  readonly way: Way;
  readonly begunAt: Date;
  readonly tables: readonly TableRows[];
}

/** `firstRegisteredAt` as `first_registered_at`. */
export const asColumn = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const asJson = (row: Row['row']): string =>
  JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [asColumn(name), value])));

function byTable(rows: readonly Row[]): TableRows[] {
  const tables = new Map<Row['table'], Row[]>();
  for (const one of rows) tables.set(one.table, [...(tables.get(one.table) ?? []), one]);
  return [...tables].map(([table, all]) => ({
    table,
    columns: Object.keys(all[0]?.row ?? {}).map(asColumn),
    rows: all.map(({ row }) => cut(asJson(row))),
  }));
}

const facts = (turn: number): Readonly<Record<string, unknown>> => ({
  target: 'pupil',
  ageBand: ['12-13', '14-15', '16-17', 'under-12'][turn % 4],
  schoolForm: ['bso', 'tso', 'aso'][turn % 3],
  region: turn % 2 === 0 ? 'VBO' : 'AHV',
  regionBecause: ['school'],
  source: 'clb',
  enrolment: 'enrolled',
  problemDomains: turn % 2 === 0 ? ['emotional'] : ['educational', 'emotional'],
  efforts: ['remedial'],
  presence: 'present',
  wantedForms: [],
  urgency: turn % 9 === 0 ? 'urgent' : 'normal',
  groupSize: null,
});

const aWeek = 7 * 86_400_000;
/** What is open began not longer ago than this. */
const openFor = 10;

/**
 * Lives of every way, one for each week of the last `weeks` before `now`, at another hour each; those that still run only of the last ten
 * weeks. Made by the domain: seconds for three school years.
 */
export function templatesUntil(now: Date, weeks: number, calendar: Calendar): Template[] {
  const found: Template[] = [];
  for (let ago = 1; ago <= weeks; ago++)
    ways.forEach((way, turn) => {
      if (way.isOpen ? ago > openFor : ago <= openFor * 2) return;
      const begunAt = new Date(now.getTime() - ago * aWeek + turn * 3_600_000);
      const life = way.live(new Life(begunAt, facts(ago + turn), calendar));
      found.push({ way, begunAt, tables: byTable(life.ended()) });
    });
  return found;
}
