import { countCuts, countNames, notAPupil, type Count, type CountName, type Cut, type Figures } from './figure.js';
import { networkOf } from './network.js';
import { hideBoth, hideSmall, smallest, type ShownCount } from './hide-small.js';

/** All counts of a period as they may be told. */
export type ShownFigures = Readonly<Record<CountName, readonly ShownCount[]>>;

/** Per region, and per region, provider and service: one table, so that neither gives away what the other keeps back. */
const outerOf = {
  'registered-by-service': 'registered-by-region',
  'waiting-list-by-service': 'waiting-list',
} as const satisfies Partial<Record<CountName, CountName>>;

/**
 * Hides the small numbers of every count, so that none follows from the other tables of the same period: each in its own layout, and
 * what hangs together as one.
 */
export function showFigures(figures: Figures): ShownFigures {
  const [byAge, byForm] = hideBoth(
    { counts: figures['registered-by-age-group'], dimension: listOf('registered-by-age-group'), shared: 'no-age' },
    { counts: figures['registered-by-school-form'], dimension: listOf('registered-by-school-form'), shared: notAPupil },
  );
  return {
    ...separately(figures),
    ...nested(figures, 'registered-by-service'),
    ...nested(figures, 'waiting-list-by-service'),
    'registered-by-age-group': byAge,
    'registered-by-school-form': byForm,
    'trajectories-running': nearestFive(figures['trajectories-running'], countCuts['trajectories-running']),
  };
}

const listOf = (name: 'registered-by-age-group' | 'registered-by-school-form') => countCuts[name].path[0];

const separately = (figures: Figures): ShownFigures =>
  Object.fromEntries(countNames.map((name) => [name, hideSmall(figures[name], countCuts[name])])) as Record<
    CountName,
    ShownCount[]
  >;

/** Both from one table; where the services cannot be told, the regions are hidden by themselves. */
function nested(figures: Figures, inner: keyof typeof outerOf): Partial<ShownFigures> {
  const table = hideSmall(figures[inner], countCuts[inner]);
  const regions = table.filter(({ by }) => Object.keys(by).every((name) => name === 'region'));
  return table.length > 1 ? { [inner]: table, [outerOf[inner]]: regions } : {};
}

/**
 * What runs now is what ran before, and began, without what ended: beside those numbers an exact one would give away one that is
 * hidden. So it is told to the nearest five, each number by itself.
 */
const nearestFive = (counts: readonly Count[], cut: Cut): ShownCount[] =>
  networkOf(counts, cut).map(({ by, value }) => ({ by, shown: Math.round(value / smallest) * smallest }));
