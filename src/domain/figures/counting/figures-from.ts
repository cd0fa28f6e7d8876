import { percentile, type Valued } from './percentile.js';
import type { Count, CountName, FigureName, Figures, SumName, TimeName } from '../figure.js';
import type { Line } from './lines.js';
import type { CutName, TallyName } from './tally.js';

/** What a line came to in a period; of what has a value, a number for each. */
export interface Sum {
  readonly line: Line;
  readonly value: number;
  readonly count: number;
}

type Layout = readonly [TallyName, CutName, readonly string[]];

/** From which tally and cut each figure is read, and which dimensions are left. */
const layouts: Readonly<Record<Exclude<CountName, 'still-at-school'>, Layout>> = {
  'registered-by-region': ['registered', 'place', ['region']],
  'registered-by-service': ['registered', 'offer', ['region', 'provider', 'service']],
  'registered-by-age-group': ['registered', 'place', ['ageGroup']],
  'registered-by-school-form': ['registered', 'form', ['schoolForm']],
  'registered-by-domain': ['registered', 'domain', ['domain']],
  'registered-by-source': ['registered', 'source', ['source']],
  answers: ['answers', 'place', ['answer', 'reason', 'region', 'ageGroup']],
  inquiries: ['inquiries', 'place', ['answer', 'region']],
  'inquiries-referred': ['inquiries-referred', 'place', ['region']],
  withdrawn: ['withdrawn', 'place', ['reason']],
  'referred-on': ['referred-on', 'place', ['region', 'ageGroup']],
  'referred-on-often': ['referred-on-often', 'place', ['region', 'ageGroup']],
  'contact-term': ['contact-term', 'place', ['contact', 'region', 'ageGroup']],
  'waiting-list': ['waiting', 'place', ['region']],
  'waiting-list-by-service': ['waiting', 'offer', ['region', 'provider', 'service']],
  'unmet-demand': ['unmet-demand', 'place', ['reason', 'region', 'ageGroup']],
  'trajectories-started': ['started', 'offer', ['region', 'provider', 'school']],
  'trajectories-running': ['running', 'offer', ['state', 'region']],
  'trajectories-closed': ['closed', 'place', ['outcome', 'region']],
  'trajectories-dropped': ['dropped', 'place', ['region']],
};

const times: Readonly<Record<TimeName, Layout>> = {
  'time-to-contact': ['contact-hours', 'place', ['region']],
  'time-to-start': ['start-days', 'place', ['region']],
};

/** How many stand behind it, and the sum. */
const sums: Readonly<Record<SumName, readonly [Layout, Layout]>> = {
  'half-days': [
    ['half-day-pupils', 'offer', ['region', 'provider']],
    ['half-days', 'offer', ['region', 'provider']],
  ],
  absences: [
    ['absent-pupils', 'offer', ['region', 'provider']],
    ['absences', 'offer', ['region', 'provider']],
  ],
  'lost-school-time': [
    ['started', 'offer', ['region', 'provider', 'school']],
    ['lost-school-time', 'offer', ['region', 'provider', 'school']],
  ],
};

const allLayouts = [...Object.values(layouts), ...Object.values(times), ...Object.values(sums).flat()];

/** Whether any figure is read from a line of this tally and cut. */
export const isShown = ({ tally, cut }: Pick<Line, 'tally' | 'cut'>): boolean =>
  allLayouts.some(([ofTally, inCut]) => ofTally === tally && inCut === cut);

const inOrder = (counts: readonly Count[]): Count[] =>
  counts.toSorted((one, other) => (JSON.stringify(one.by) < JSON.stringify(other.by) ? -1 : 1));

const project = (by: Line['by'], keys: readonly string[]): Line['by'] =>
  Object.fromEntries(keys.map((key) => [key, by[key] ?? '']));

function counted(all: readonly Sum[], [tally, cut, keys]: Layout): Count[] {
  const found = new Map<string, Count>();
  for (const { line, count } of all.filter(({ line: of }) => of.tally === tally && of.cut === cut)) {
    const by = project(line.by, keys);
    const key = JSON.stringify(by);
    found.set(key, { by, count: count + (found.get(key)?.count ?? 0) });
  }
  return inOrder([...found.values()].filter(({ count }) => count !== 0));
}

/** How many of each value, per region. */
function valued(all: readonly Sum[], [tally, cut]: Layout): Map<string, Valued[]> {
  const found = new Map<string, Map<number, number>>();
  for (const { line, value, count } of all.filter(({ line: of }) => of.tally === tally && of.cut === cut)) {
    const region = line.by['region'] ?? '';
    const counts = found.get(region) ?? new Map<number, number>();
    found.set(region, counts.set(value, (counts.get(value) ?? 0) + count));
  }
  const some = ([region, counts]: readonly [string, Map<number, number>]): [string, Valued[]] => [
    region,
    [...counts].map(([value, count]) => ({ value, count })).filter(({ count }) => count !== 0),
  ];
  return new Map([...found].map(some).filter(([, values]) => values.length > 0));
}

/** How many, the median, and within which nine in ten: per region and for all together. */
function timed(all: readonly Sum[], layout: Layout): Count[] {
  const regions = valued(all, layout);
  const of = (region: string, some: readonly Valued[]): Count[] => [
    { by: { region, measure: 'cases' }, count: some.reduce((cases, { count }) => cases + count, 0) },
    { by: { region, measure: 'median' }, count: percentile(some, 0.5) },
    { by: { region, measure: 'p90' }, count: percentile(some, 0.9) },
  ];
  const total = regions.size === 0 ? [] : of('all', [...regions.values()].flat());
  return inOrder([...[...regions].flatMap(([region, some]) => of(region, some)), ...total]);
}

/** Who was at school lost no school time: nothing to sum. */
const isSummed = (by: Line['by']): boolean => by['school'] !== 'there';

function summed(all: readonly Sum[], [cases, sum]: readonly [Layout, Layout]): Count[] {
  const totals = new Map(counted(all, sum).map(({ by, count }) => [JSON.stringify(by), count]));
  const lines = counted(all, cases).flatMap(({ by, count }): Count[] => [
    { by: { ...by, measure: 'cases' }, count },
    ...(isSummed(by) ? [{ by: { ...by, measure: 'sum' }, count: totals.get(JSON.stringify(by)) ?? 0 }] : []),
  ]);
  return inOrder(lines);
}

const each = <N extends FigureName, L>(
  of: Readonly<Record<N, L>>,
  count: (layout: L) => Count[],
): [string, Count[]][] => Object.entries<L>(of).map(([name, layout]) => [name, count(layout)]);

/** All figures of a period, from what its lines came to; whether pupils are still at school was counted apart, without anything of them. */
export const figuresFrom = (all: readonly Sum[], still: readonly Count[]): Figures =>
  Object.fromEntries([
    ...each(layouts, (layout) => counted(all, layout)),
    ...each(times, (layout) => timed(all, layout)),
    ...each(sums, (both) => summed(all, both)),
    ['still-at-school', still],
  ]) as Figures;
