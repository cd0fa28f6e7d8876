import { sql } from 'kysely';
import type { Database } from '../../src/platform/storage/connection.js';

/** As a search would see it: no accents, no capitals. */
const plainly = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const squeezed = (text: string): string => plainly(text).replace(/[^a-z0-9]/g, '');

/** A birth date in every spelling in which it could slip through. */
function datesOf(iso: string): string[] {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const two = (n: number): string => String(n).padStart(2, '0');
  const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
  const signs = ['/', '-', '.'];
  return [
    iso,
    ...signs.flatMap((sign) => [[day, month, year].join(sign), [two(day), two(month), year].join(sign)]),
    `${day} ${months[month - 1]} ${year}`,
  ];
}

/** Something personal in all forms to look for: whole, its telling words, and with nothing but letters and digits. */
export interface Secrets {
  /** Values of which every part tells who it is: names, addresses, numbers. */
  readonly telling: readonly string[];
  /** Free text and words that are ordinary by themselves: looked for whole and in runs of three words. */
  readonly texts: readonly string[];
  readonly dates: readonly string[];
}

const runsOf = (text: string): string[] => {
  const words = plainly(text).match(/[\p{L}\d]+/gu) ?? [];
  return words.length < 3 ? [words.join(' ')] : words.slice(2).map((_, n) => words.slice(n, n + 3).join(' '));
};
const partsOf = (text: string): string[] => plainly(text).match(/[\p{L}]{5,}|\d{6,}/gu) ?? [];

/** Gives a search: which of these secrets, in which form, stand in a text. */
export function lookFor({ telling, texts, dates }: Secrets): (text: string) => string[] {
  const plain = [
    ...telling.map(plainly),
    ...telling.flatMap(partsOf),
    ...texts.flatMap(runsOf),
    ...dates.flatMap(datesOf),
  ];
  const tight = [...telling, ...texts].map(squeezed).filter((form) => form.length >= 9);
  return (text) => {
    const [spaced, close] = [plainly(text), squeezed(text)];
    const worded = spaced.replace(/[^\p{L}\d]+/gu, ' ');
    return [
      ...new Set([
        ...plain.filter((form) => spaced.includes(form) || worded.includes(form)),
        ...tight.filter((form) => close.includes(form)),
      ]),
    ];
  };
}

/** Every row of every table, the queue's too, as text under the table's name. Sealed columns are in it, as they stand. */
export async function everyRow({ kysely }: Database): Promise<{ readonly table: string; readonly row: string }[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`.execute(kysely);
  const all = await Promise.all(
    tables.map(async ({ schema, name }) => {
      const from = sql.table(`${schema}.${name}`);
      const { rows } = await sql<{ row: string }>`select to_jsonb(one)::text as row from ${from} as one`.execute(
        kysely,
      );
      return rows.map(({ row }) => ({ table: `${schema}.${name}`, row }));
    }),
  );
  return all.flat();
}
