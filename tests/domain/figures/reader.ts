import fc from 'fast-check';
import { sumOf, type Count, type Cut, type Dimension, type ShownCount } from '../../../src/domain/figures/index.js';

const letters = (name: string, count: number): Dimension => ({ name, values: [...'abcdef'].slice(0, count) });
const open = (name: string): Dimension => ({ name, values: null });

/** Layouts that are small enough to try out everything a reader could think of. */
export const tables: Readonly<Record<string, Cut>> = {
  'one list': { path: [letters('x', 5)], across: null },
  'two sides': { path: [letters('x', 3)], across: letters('y', 3) },
  'a tree': { path: [letters('x', 3), letters('y', 2)], across: null },
  'an open tree': { path: [open('x'), open('y')], across: null },
  'tables under each other': { path: [letters('z', 2), letters('x', 2)], across: letters('y', 2) },
};

const few = ['a', 'b', 'c'];

/** Counts in a layout: many small ones, zeros too. */
export function countsOf({ path, across }: Cut): fc.Arbitrary<Count[]> {
  const places = [...path, ...(across === null ? [] : [across])].reduce<Record<string, string>[]>(
    (made, { name, values }) =>
      made.flatMap((by) => (values ?? few.slice(0, 2)).map((value) => ({ ...by, [name]: value }))),
    [{}],
  );
  const size = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 }));
  return fc
    .array(size, { minLength: places.length, maxLength: places.length })
    .map((sizes) => places.map((by, index) => ({ by, count: sizes[index]! })).filter(({ count }) => count > 0));
}

interface Cell {
  readonly by: Readonly<Record<string, string>>;
  readonly real: number;
}

/**
 * What a reader could work out: the kept-back numbers that are the same in every table that agrees with all that is told.
 * Tries out all tables in which each cell differs at most one from the real one. The reader knows that a small number
 * is 1 to 4, and that a hidden one is 5 or more, unless everything but the grand total is hidden; then that it is 0 or
 * more, and where a line only stands when something was counted, that it is 1 or more.
 */
export function canBeWorkedOut(told: readonly ShownCount[], counts: readonly Count[], cut: Cut): string[] {
  const isWithheld = told.every(({ by, shown }) => Object.keys(by).length === 0 || shown === 'hidden');
  const dimensions = cut.path.length + (cut.across === null ? 0 : 1);
  const cells: Cell[] = (isWithheld && told.length === 1 ? [] : told)
    .filter(({ by }) => Object.keys(by).length === dimensions)
    .map(({ by }) => ({ by, real: sumOf(counts, by) }));
  const keptBack = told.filter(({ shown }) => typeof shown !== 'number' && cells.length > 0);
  const seen = keptBack.map(() => new Set<number>());
  const lines = told.map((line) => ({
    ...line,
    cells: cells.flatMap((cell, index) => (isPartOf(cell.by, line.by) ? [index] : [])),
  }));
  forEachTable(cells, isWithheld ? 5 : 1, told, (table) => {
    const sum = (line: (typeof lines)[number]): number => line.cells.reduce((all, index) => all + table[index]!, 0);
    if (!lines.every((line) => agrees(line, sum(line), isWithheld))) return;
    lines.filter(({ shown }) => typeof shown !== 'number').forEach((line, index) => void seen[index]?.add(sum(line)));
  });
  return keptBack.flatMap(({ by }, index) => (seen[index]!.size > 1 ? [] : [JSON.stringify(by)]));
}

const isPartOf = (cell: Cell['by'], line: Cell['by']): boolean =>
  Object.entries(line).every(([name, value]) => cell[name] === value);

function agrees({ shown }: ShownCount, sum: number, isWithheld: boolean): boolean {
  if (typeof shown === 'number') return sum === shown;
  if (shown === 'small') return sum >= 1 && sum <= 4;
  return sum >= (isWithheld ? 0 : 5);
}

/** Every table in which the cells that are not told differ at most `reach` (or one, where there are many cells). */
function forEachTable(
  cells: readonly Cell[],
  reach: number,
  told: readonly ShownCount[],
  visit: (table: readonly number[]) => void,
): void {
  const far = cells.length > 5 ? 1 : reach;
  const table = cells.map(({ real }) => real);
  const free = cells.flatMap(({ by }, index) =>
    typeof told.find((line) => line.by === by)?.shown === 'number' ? [] : [index],
  );
  const next = (at: number): void => {
    const index = free[at];
    if (index === undefined) return visit(table);
    const { real } = cells[index]!;
    for (let value = Math.max(0, real - far); value <= real + far; value++) {
      table[index] = value;
      next(at + 1);
    }
    table[index] = real;
  };
  next(0);
}
