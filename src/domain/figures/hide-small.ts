import type { Count, Cut } from './figure.js';
import { networkOf, networkOfBoth, type Edge, type List } from './network.js';

/** A number from 1 up to this one is not told: it could point at a pupil. */
export const smallest = 5;

/** What a reader sees: the number, `small` ('< 5'), or `hidden`: kept back because a small number would follow from it. */
export type Shown = number | 'small' | 'hidden';

/** One number of a table as it may be told; a dimension that is missing in `by` is summed over, `{}` is the grand total. */
export interface ShownCount {
  readonly by: Readonly<Record<string, string>>;
  readonly shown: Shown;
}

/** What a reader can know about a number at least and at most. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A number of the table with how it is told, while the table is being hidden. */
interface Told {
  readonly edge: Edge;
  shown: Shown;
}

const isSmall = (value: number): boolean => value >= 1 && value < smallest;

/**
 * A figure as a table that may be told, totals included: 1 to 4 become `small`, 0 is told, and as few other numbers as
 * possible become `hidden`, so that nobody can work out a kept-back number from the others: for each of them at least
 * two values stay possible. The grand total is told whenever it is 0 or at least 5, because other figures have the same
 * one. When nothing else helps, everything but the grand total is `hidden`, zeros too; with an open dimension only the
 * grand total is left, because there the lines themselves would tell that they are not 0.
 *
 * It guards one table: another layout of the same counts beside it could give away more. Two lists whose numbers hang together are
 * hidden as one ({@link hideBoth}).
 */
export function hideSmall(counts: readonly Count[], cut: Cut): ShownCount[] {
  const isOpen = [...cut.path, cut.across].some((dimension) => dimension?.values === null);
  const hidden = hideIn(networkOf(counts, cut));
  return hidden === null ? withheld(networkOf(counts, cut), isOpen) : hidden.map(asLine);
}

/** Two lists of the same things that have one line in common (`shared`: a class is no pupil of any age, nor of any school form). */
export function hideBoth(one: List, other: List): readonly [ShownCount[], ShownCount[]] {
  const edges = networkOfBoth(one, other);
  const hidden = hideIn(edges)?.map(asLine) ?? withheld(edges, false);
  const ofOther = (line: ShownCount): boolean => line.by[other.dimension.name] !== undefined;
  const total = hidden.filter(({ by }) => Object.keys(by).length === 0);
  return [hidden.filter((line) => !ofOther(line)), [...total, ...hidden.filter(ofOther)]];
}

/** Null when it cannot be done. */
function hideIn(edges: readonly Edge[]): Told[] | null {
  const table = edges.map((edge): Told => ({ edge, shown: isSmall(edge.value) ? 'small' : edge.value }));
  return table.every((told) => told.shown !== 'small' || protect(told, table)) ? table : null;
}

const asLine = ({ edge, shown }: Told): ShownCount => ({ by: edge.by, shown });

function withheld(edges: readonly Edge[], isOpen: boolean): ShownCount[] {
  const total = (edge: Edge): Shown => (isSmall(edge.value) ? 'small' : edge.value);
  return edges
    .filter((edge) => !isOpen || isWhole(edge))
    .map((edge) => ({ by: edge.by, shown: isWhole(edge) ? total(edge) : 'hidden' }));
}

const isWhole = ({ by }: Pick<Edge, 'by'>): boolean => Object.keys(by).length === 0;

/** A small number tells that it is 1 to 4; a hidden one, in a table that is not hidden as a whole, that it is 5 or more. */
const boundsOf = (shown: Exclude<Shown, number>): Bounds =>
  shown === 'small' ? { least: 1, most: smallest - 1 } : { least: smallest, most: Infinity };

/** One more or one less of a number that a reader cannot rule out, as a way through the network, and what it costs. */
interface Way {
  readonly told: Told;
  readonly from: string;
  readonly to: string;
  readonly cost: number;
}

/**
 * Makes another value possible for a small number: somewhere round it, numbers can be one more or one less so that all
 * sums stay as told. Hides what has to be hidden for that, preferably small cells. False when there is no such round.
 */
function protect(told: Told, table: readonly Told[]): boolean {
  const ways = table.filter((other) => other !== told).flatMap(waysOf);
  const rounds = waysOf(told)
    .map((way) => cheapest(ways, way.to, way.from))
    .filter((round) => round !== null);
  const [round] = rounds.sort((a, b) => costOf(a) - costOf(b));
  if (round === undefined) return false;
  for (const { told: other } of round) if (typeof other.shown === 'number') other.shown = 'hidden';
  return true;
}

const costOf = (ways: readonly Way[]): number => ways.reduce((sum, { cost }) => sum + cost, 0);

/** In which directions a number could move without a reader noticing, if it is kept back. */
function waysOf(told: Told): Way[] {
  const { edge, shown } = told;
  if (typeof shown === 'number' && (edge.value < smallest || isWhole(edge))) return [];
  const { least, most } = boundsOf(typeof shown === 'number' ? 'hidden' : shown);
  const cost = typeof shown === 'number' ? edge.value + (edge.isTotal ? totalCost : 0) : 0;
  return [
    ...(edge.value < most ? [{ told, from: edge.from, to: edge.to, cost }] : []),
    ...(edge.value > least ? [{ told, from: edge.to, to: edge.from, cost }] : []),
  ];
}

/** Totals say most: they are kept back last. */
const totalCost = 1_000_000;

/** The cheapest way from one node to another (Bellman and Ford: the tables are small), or null. */
function cheapest(ways: readonly Way[], from: string, to: string): Way[] | null {
  const reached = new Map<string, { cost: number; last: Way | null }>([[from, { cost: 0, last: null }]]);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const way of ways) {
      const begin = reached.get(way.from);
      const cost = begin === undefined ? Infinity : begin.cost + way.cost;
      if (cost >= (reached.get(way.to)?.cost ?? Infinity)) continue;
      reached.set(way.to, { cost, last: way });
      isBetter = true;
    }
  }
  return wayBack(reached, to);
}

function wayBack(reached: ReadonlyMap<string, { readonly last: Way | null }>, to: string): Way[] | null {
  const found: Way[] = [];
  let at = reached.get(to);
  if (at === undefined) return null;
  while (at?.last) {
    found.push(at.last);
    at = reached.get(at.last.from);
  }
  return found;
}

/** What is told at one place of a table; 0 where nothing was counted, `hidden` when only the grand total is told. */
export function shownAt(table: readonly ShownCount[], by: Readonly<Record<string, string>>): Shown {
  const [first, ...rest] = table;
  const none = rest.length === 0 && first !== undefined && first.shown !== 0 ? 'hidden' : 0;
  return table.find((line) => isSame(line.by, by))?.shown ?? none;
}

const isSame = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value);
