import type { ViewContext } from '../../contracts/action.js';
import { document } from '../../contracts/document.js';
import { texts } from '../../texts/index.js';
import { figuresIn, type FiguresIn } from './figures-in.js';
import { periodParams } from './period-params.js';
import { longTable, sheetsOf } from './figure-sheets.js';

/** The figures of a period as a workbook: an overview with the definitions, and a sheet for each figure. */
export const figuresWorkbook = document({
  slug: 'figures-workbook',
  params: periodParams,
  load: counted,
  fill: (facts, context) => ({
    kind: 'workbook',
    fileName: `${nameOf(facts, context)}.xlsx`,
    sheets: sheetsOf(facts, context),
  }),
});

/** The same numbers as one long table: a line for each, for who counts on with a program of his own. */
export const figuresCsv = document({
  slug: 'figures-csv',
  params: periodParams,
  load: counted,
  fill: (facts, context) => ({
    kind: 'csv',
    fileName: `${nameOf(facts, context)}.csv`,
    table: longTable(facts, context),
  }),
});

/** Null while they are still being counted: the page says that the file is not there. */
async function counted(...[read, period, context]: Parameters<typeof figuresIn>): Promise<Counted | null> {
  const { figures, ...facts } = await figuresIn(read, period, context);
  return figures === null ? null : { ...facts, figures };
}

/** Figures that are there. */
export type Counted = FiguresIn & { readonly figures: NonNullable<FiguresIn['figures']> };

const nameOf = ({ from, until }: Counted, { language }: ViewContext): string =>
  texts(language)('figures.figures-file.name', { from, until });
