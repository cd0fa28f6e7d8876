import {
  countCuts,
  countNames,
  shownAt,
  type Count,
  type CountName,
  type Cut,
  type ShownCount,
  type ShownFigures,
} from '../../src/domain/figures/index.js';

type By = Readonly<Record<string, string>>;

/** What a reader knows of one number. */
interface Known {
  least: number;
  most: number;
}

/** A sum and its parts, by the keys of the numbers. */
interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

const keyOf = (name: CountName, by: By): string => `${name} ${JSON.stringify(Object.entries(by).sort())}`;

/** How the lines of a table add up: each to the total of what it lies under, and across. */
function sumsIn(name: CountName, lines: readonly ShownCount[], { path, across }: Cut): Sum[] {
  const dimensions = [...path, ...(across === null ? [] : [across])].map((dimension) => dimension.name);
  const sums: Sum[] = [];
  for (const { by } of lines)
    for (const next of dimensions.filter((dimension) => by[dimension] === undefined)) {
      const parts = lines.filter(
        (line) =>
          line.by[next] !== undefined &&
          Object.keys(line.by).length === Object.keys(by).length + 1 &&
          Object.entries(by).every(([key, value]) => line.by[key] === value),
      );
      if (parts.length > 0) sums.push({ whole: keyOf(name, by), parts: parts.map((part) => keyOf(name, part.by)) });
    }
  return sums;
}

/** The same number in several tables, as every reader can know it. */
const same: readonly (readonly [CountName, By, CountName, By])[] = [
  ...(
    ['registered-by-age-group', 'registered-by-school-form', 'registered-by-source', 'registered-by-service'] as const
  ).map((name) => ['registered-by-region', {}, name, {}] as const),
  ...(['VBO', 'AHV', 'outside'] as const).flatMap((region) => [
    ['registered-by-region', { region }, 'registered-by-service', { region }] as const,
    ['waiting-list', { region }, 'waiting-list-by-service', { region }] as const,
  ]),
  ['waiting-list', {}, 'waiting-list-by-service', {}],
  ['registered-by-age-group', { ageGroup: 'no-age' }, 'registered-by-school-form', { schoolForm: 'no-pupil' }],
];

const atFirst = ({ shown }: ShownCount): Known => {
  if (typeof shown === 'number') return { least: shown, most: shown };
  return shown === 'small' ? { least: 1, most: 4 } : { least: 0, most: 100_000 };
};

/**
 * What somebody works out who lays all tables of a period beside each other: he narrows every number by every sum it stands in, and
 * by what stands in two tables, until nothing changes. Gives the small numbers that he knows exactly.
 */
export function workedOut(shown: ShownFigures): string[] {
  const names = countNames.filter((name) => name !== 'trajectories-running'); // told rounded: its sums do not add up
  const known = new Map<string, Known>();
  for (const name of names) for (const line of shown[name]) known.set(keyOf(name, line.by), atFirst(line));
  const sums = names.flatMap((name) => sumsIn(name, shown[name], countCuts[name]));
  const equal = same
    .map(([one, by, other, otherBy]) => ({ whole: keyOf(one, by), parts: [keyOf(other, otherBy)] }))
    .filter(({ whole, parts }) => known.has(whole) && known.has(parts[0]!));
  narrow(known, [...sums, ...equal]);
  return names.flatMap((name) =>
    shown[name].flatMap(({ by, shown: told }) => {
      const { least, most } = known.get(keyOf(name, by))!;
      return told === 'small' && least === most ? [keyOf(name, by)] : [];
    }),
  );
}

function narrow(known: ReadonlyMap<string, Known>, sums: readonly Sum[]): void {
  for (let changes = 1; changes > 0;) {
    changes = 0;
    for (const { whole, parts } of sums) {
      const total = known.get(whole)!;
      const each = parts.map((part) => known.get(part)!);
      const least = each.reduce((sum, part) => sum + part.least, 0);
      const most = each.reduce((sum, part) => sum + part.most, 0);
      changes += tighten(total, least, most);
      for (const part of each)
        changes += tighten(part, total.least - (most - part.most), total.most - (least - part.least));
    }
  }
}

function tighten(one: Known, least: number, most: number): number {
  const before = one.most - one.least;
  one.least = Math.max(one.least, least);
  one.most = Math.min(one.most, most);
  return one.most - one.least < before ? 1 : 0;
}

/** Whether what is told is true: every told number is the real one. */
export const isTrue = (shown: ShownFigures, name: CountName, counts: readonly Count[]): boolean =>
  shown[name].every(({ by, shown: told }) => typeof told !== 'number' || told === realAt(counts, by)) &&
  shownAt(shown[name], {}) !== undefined;

const realAt = (counts: readonly Count[], by: By): number =>
  counts
    .filter((line) => Object.entries(by).every(([key, value]) => line.by[key] === value))
    .reduce((sum, { count }) => sum + count, 0);
