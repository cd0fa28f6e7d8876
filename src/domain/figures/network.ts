import type { Count, Cut, Dimension } from './figure.js';
import { sumOf } from './figure.js';

/**
 * One number of a table: a cell or a total. `by` holds the dimensions that are fixed; a dimension that is missing is
 * summed over, so that `{}` is the grand total. `from` and `to` are the nodes between which it flows.
 */
export interface Edge {
  readonly by: Readonly<Record<string, string>>;
  readonly value: number;
  readonly isTotal: boolean;
  readonly from: string;
  readonly to: string;
}

const source = 'source';
const sink = 'sink';

type Fixed = Readonly<Record<string, string>>;

const nodeOf = (fixed: Fixed): string => (Object.keys(fixed).length === 0 ? source : JSON.stringify(fixed));

/** The values of a dimension under what is fixed: those that are known, or those that occur. */
const valuesOf = (counts: readonly Count[], fixed: Fixed, { name, values }: Dimension): readonly string[] =>
  values ?? [...new Set(counts.filter(isUnder(fixed)).flatMap(({ by }) => by[name] ?? []))].sort();

const isUnder =
  (fixed: Fixed) =>
  ({ by }: Count): boolean =>
    Object.entries(fixed).every(([name, value]) => by[name] === value);

/**
 * A table as a network in which everything that flows into a node flows out of it: a total into its node, its parts out
 * of it, the grand total back from the end to the begin. Every sum that a reader of the table can make is a sum of
 * nodes of this network, which makes it possible to say exactly what the shown numbers give away.
 */
export function networkOf(counts: readonly Count[], cut: Cut): Edge[] {
  const total: Edge = { by: {}, value: sumOf(counts), isTotal: true, from: sink, to: source };
  return [total, ...edgesUnder(counts, {}, cut.path, cut.across)];
}

function edgesUnder(
  counts: readonly Count[],
  fixed: Fixed,
  path: readonly Dimension[],
  across: Dimension | null,
): Edge[] {
  const [first, ...rest] = path;
  if (first === undefined) return [];
  const each = valuesOf(counts, fixed, first).map((value) => ({ ...fixed, [first.name]: value }));
  if (rest.length === 0) return across === null ? leaves(counts, fixed, each) : crossed(counts, fixed, each, across);
  return each.flatMap((next) => [
    edge(counts, next, true, nodeOf(fixed), nodeOf(next)),
    ...edgesUnder(counts, next, rest, across),
  ]);
}

const leaves = (counts: readonly Count[], fixed: Fixed, each: readonly Fixed[]): Edge[] =>
  each.map((by) => edge(counts, by, false, nodeOf(fixed), sink));

/** Rows and columns, with the totals of both. */
function crossed(counts: readonly Count[], fixed: Fixed, rows: readonly Fixed[], { name, values }: Dimension): Edge[] {
  const columns = (values ?? valuesOf(counts, fixed, { name, values })).map((value) => ({ [name]: value }));
  return [
    ...rows.map((row) => edge(counts, row, true, nodeOf(fixed), nodeOf(row))),
    ...rows.flatMap((row) =>
      columns.map((column) => edge(counts, { ...row, ...column }, false, nodeOf(row), nodeOf({ ...fixed, ...column }))),
    ),
    ...columns.map((column) => edge(counts, { ...fixed, ...column }, true, nodeOf({ ...fixed, ...column }), sink)),
  ];
}

/** The lines of one list, and the value that it has in common with another. */
export interface List {
  readonly counts: readonly Count[];
  readonly dimension: Dimension & { readonly values: readonly string[] };
  readonly shared: string;
}

/**
 * Two lists of the same things as one network: into the middle by the first, out of it by the second. What they have in common goes
 * through a node of its own, so it is one number.
 */
export function networkOfBoth(one: List, other: List): Edge[] {
  const middle = ({ shared }: List, value: string): string => (value === shared ? 'shared' : 'middle');
  const into = one.dimension.values.map((value) =>
    edge(one.counts, { [one.dimension.name]: value }, false, source, middle(one, value)),
  );
  const out = other.dimension.values.map((value) =>
    edge(other.counts, { [other.dimension.name]: value }, false, middle(other, value), sink),
  );
  return [{ by: {}, value: sumOf(one.counts), isTotal: true, from: sink, to: source }, ...into, ...out];
}

const edge = (counts: readonly Count[], by: Fixed, isTotal: boolean, from: string, to: string): Edge => ({
  by,
  value: sumOf(counts, by),
  isTotal,
  from,
  to,
});
