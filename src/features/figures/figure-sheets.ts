import type { ViewContext } from '../../contracts/action.js';
import type { Cell, TableSheet } from '../../contracts/document.js';
import { everyRegion, figureNames, notKnown, type FigureName } from '../../domain/figures/index.js';
import { figureTable, type FigureTable } from '../../domain/figures/index.js';
import type { Language } from '../../domain/language.js';
import { periodWords, valueWord, type FigureNames } from '../../texts/figure-words.js';
import { moment } from '../../texts/format.js';
import { textAt, texts } from '../../texts/index.js';
import type { Counted } from './figures-file.js';

/** A workbook of the figures: an overview with what each one is, then a tab with its rows. */
export function sheetsOf(counted: Counted, context: ViewContext): TableSheet[] {
  const tables = tablesOf(counted, context.language);
  return [overview(tables, counted, context), ...tables.map((table) => sheetOf(table, counted, context))];
}

const tablesOf = ({ figures, names }: Counted, language: Language): FigureTable[] =>
  figureNames.map((name) =>
    figureTable(name, figures[name], (dimension, value) => valueWord(language, name, dimension, value, names)),
  );

function overview(tables: readonly FigureTable[], counted: Counted, { language, now }: ViewContext): TableSheet {
  const say = texts(language);
  return {
    name: say('figures.figures-file.overview'),
    above: [
      `${say('figures.figures-file.period')}: ${periodWords(counted, language)}`,
      `${say('figures.figures-file.made')}: ${moment(now, language, new Date(0))}`,
      say('figures.figures-file.warning'),
    ],
    head: (['figure', 'total', 'unit', 'definition'] as const).map((key) => say(`figures.figures-file.${key}`)),
    rows: tables.map((table): Cell[] => [
      say(`figures.${table.name}.name`),
      totalOf(table),
      unitOf(table.name, language),
      say(`figures.${table.name}.definition`),
    ]),
  };
}

/** What all rows come to; of a time the median of all regions together. A pupil counts in several domains: those have no total. */
function totalOf({ name, measures, rows }: FigureTable): number | null {
  if (name === 'registered-by-domain') return null;
  if (measures.includes('median'))
    return rows.find(({ of }) => of[0] === everyRegion)?.numbers[measures.indexOf('median')] ?? null;
  const at = measures.includes('sum') ? measures.indexOf('sum') : 0;
  return rows.reduce((sum, { numbers }) => sum + (numbers[at] ?? 0), 0);
}

const unitOf = (name: FigureName, language: Language): string =>
  textAt(language, `figures.units.${name}`) ?? texts(language)('figures.figures-file.counted');

function sheetOf(table: FigureTable, { names }: Counted, { language }: ViewContext): TableSheet {
  const say = texts(language);
  return {
    name: say(`figures.${table.name}.sheet`),
    above: [say(`figures.${table.name}.name`), say(`figures.${table.name}.definition`)],
    head: [...table.dimensions.map((one) => dimensionWord(one, language)), ...measureWords(table, language)],
    rows: table.rows.map(({ of, numbers }) => [...wordsOf(table, of, names, language), ...numbers]),
  };
}

const dimensionWord = (dimension: string, language: Language): string =>
  textAt(language, `figures.dimensions.${dimension}`) ?? dimension;

/** The unit stands beside what is no number of referrals or pupils. */
const measureWords = ({ name, measures }: FigureTable, language: Language): string[] =>
  measures.map((measure) => {
    const word = textAt(language, `figures.measures.${measure}`) ?? measure;
    return measure === 'count' || measure === 'cases' ? word : `${word} (${unitOf(name, language)})`;
  });

const wordsOf = (table: FigureTable, of: readonly string[], names: FigureNames, language: Language): string[] =>
  table.dimensions.map((dimension, index) => valueWord(language, table.name, dimension, of[index] ?? notKnown, names));

/** Every number of every figure in one table: a column per dimension that any of them has, empty where it has it not. */
export function longTable(counted: Counted, { language }: ViewContext): Pick<TableSheet, 'head' | 'rows'> {
  const say = texts(language);
  const tables = tablesOf(counted, language);
  const dimensions = [...new Set(tables.flatMap((table) => table.dimensions))];
  const words = (['figure', 'measure', 'number'] as const).map((key) => say(`figures.figures-file.${key}`));
  const [figure = '', measure = '', number = ''] = words;
  return {
    head: [figure, ...dimensions.map((one) => dimensionWord(one, language)), measure, number],
    rows: tables.flatMap((table) => linesOf(table, dimensions, counted.names, language)),
  };
}

function linesOf(
  table: FigureTable,
  dimensions: readonly string[],
  names: FigureNames,
  language: Language,
): (readonly Cell[])[] {
  const name = texts(language)(`figures.${table.name}.name`);
  const measures = measureWords(table, language);
  return table.rows.flatMap(({ of, numbers }) => {
    const words = wordsOf(table, of, names, language);
    const cells = dimensions.map((one) => words[table.dimensions.indexOf(one)] ?? null);
    return numbers.map((number, index) => [name, ...cells, measures[index] ?? '', number]);
  });
}
