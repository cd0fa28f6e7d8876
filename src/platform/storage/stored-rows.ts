import { texts } from '../../texts/index.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import { jsonb } from './rows/json.js';
import { searchTextOf } from './search.js';

/** Columns that hold JSON, per table: they must be written as such. */
const jsonColumns: Readonly<Record<string, readonly string[]>> = {
  helpOrganisation: ['foreign'],
  helpLine: ['address', 'weeklyHours', 'foreign'],
  lineImport: ['document'],
  signal: ['counts'],
  meeting: ['reminded'],
  answer: ['earlier'],
  deskQuestion: ['conversation'],
};

/** The words of a kind, in both languages: who looks for 'huiswerk' finds local initiatives. */
const kindWords = ({ kind }: HelpLine): string[] =>
  kind === null
    ? []
    : (['nl', 'en'] as const).flatMap((language) => [
        texts(language)(`helplines.kinds.${kind}.name`),
        texts(language)(`helplines.kinds.${kind}.about`),
      ]);

function searchText(table: string, row: object): string | null {
  if (table === 'helpLine') {
    const line = row as HelpLine;
    const { name, description, eligibility, howToRefer, address } = line;
    return searchTextOf([name, description, eligibility, howToRefer, address?.city, ...kindWords(line)]);
  }
  if (table !== 'signal') return null;
  const { reference, text, deliveredTo, answer } = row as Signal;
  return searchTextOf([reference, text, deliveredTo, answer]);
}

/** A row as it goes into its table: JSON written as JSON, and the words it is found by beside it. */
export function storedRow(table: string, row: object): object {
  const json = Object.fromEntries(
    (jsonColumns[table] ?? [])
      .map((column) => [column, (row as Record<string, unknown>)[column]] as const)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([column, value]) => [column, jsonb(value)]),
  );
  const words = searchText(table, row);
  return { ...row, ...json, ...(words === null ? {} : { searchText: words }) };
}
