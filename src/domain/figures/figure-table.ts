import {
  countCuts,
  sumCuts,
  type Count,
  type CountName,
  type Cut,
  type Dimension,
  type FigureName,
  type SumName,
} from './figure.js';

/** The numbers of one figure, as they were counted: a row per value of its dimensions that occurred. */
export interface FigureTable {
  readonly name: FigureName;
  /** Names of dimensions, from outside to inside. */
  readonly dimensions: readonly string[];
  /** What is told per row: `count`, or for a time or a sum its measures. */
  readonly measures: readonly string[];
  readonly rows: readonly { readonly of: readonly string[]; readonly numbers: readonly (number | null)[] }[];
}

const timeCut: Cut = { path: [{ name: 'region', values: null }], across: null };

const cutOf = (name: FigureName): Cut =>
  (countCuts as Partial<Record<FigureName, Cut>>)[name as CountName] ??
  (sumCuts as Partial<Record<FigureName, Cut>>)[name as SumName] ??
  timeCut;

/** A figure as a table, rows in the order of its choice lists, what is open in the order of `orderOf` (a name, say). */
export function figureTable(
  name: FigureName,
  counts: readonly Count[],
  orderOf: (dimension: string, value: string) => string,
): FigureTable {
  const { path, across } = cutOf(name);
  const dimensions = [...path, ...(across === null ? [] : [across])];
  const measures = [...new Set(counts.map(measureOf))].sort();
  const rows = new Map<string, { of: string[]; counts: Count[] }>();
  for (const count of counts) {
    const of = dimensions.map((one) => count.by[one.name] ?? '');
    const key = of.join('\0');
    const row = rows.get(key) ?? { of, counts: [] };
    row.counts.push(count);
    rows.set(key, row);
  }
  return {
    name,
    dimensions: dimensions.map((one) => one.name),
    measures: measures.length === 0 ? ['count'] : measures,
    rows: [...rows.values()]
      .sort((one, other) => compare(dimensions, one.of, other.of, orderOf))
      .map(({ of, counts: own }) => ({
        of,
        numbers: (measures.length === 0 ? [] : measures).map((measure) => numberOf(own, measure)),
      })),
  };
}

const measureOf = ({ by }: Count): string => by['measure'] ?? 'count';

function numberOf(counts: readonly Count[], measure: string): number | null {
  const own = counts.filter((count) => measureOf(count) === measure);
  return own.length === 0 ? null : own.reduce((sum, { count }) => sum + count, 0);
}

function compare(
  dimensions: readonly Dimension[],
  one: readonly string[],
  other: readonly string[],
  orderOf: (dimension: string, value: string) => string,
): number {
  for (const [index, dimension] of dimensions.entries()) {
    const [a, b] = [one[index] ?? '', other[index] ?? ''];
    if (a === b) continue;
    const [placeA, placeB] = [placeOf(dimension, a), placeOf(dimension, b)];
    return placeA === placeB
      ? orderOf(dimension.name, a).localeCompare(orderOf(dimension.name, b), 'nl')
      : placeA - placeB;
  }
  return 0;
}

/** Its place in the choice list; what is in none comes after. */
function placeOf({ values }: Dimension, value: string): number {
  const at = values?.indexOf(value) ?? -1;
  return at === -1 ? (values?.length ?? 0) : at;
}
