export { FiguresBehind } from './behind.js';
export {
  ageGroups,
  countCuts,
  countNames,
  figureNames,
  figureRegions,
  notAPupil,
  notKnown,
  sumCuts,
  sumNames,
  sumOf,
  timeNames,
  unmetReasons,
  type AgeGroup,
  type Count,
  type CountName,
  type Cut,
  type Dimension,
  type FigureName,
  type Figures,
  type SumName,
  type TimeName,
} from './figure.js';
export { periodBetween, periodKey, previousPeriod, trimesterNumber, trimesterOf, type Period } from './period.js';
export { hideSmall, shownAt, smallest, type Shown, type ShownCount } from './hide-small.js';
export { showStartTimes, showSums, type ShownSum } from './show-sums.js';
export { showPeriod, type ShownPeriod } from './show-period.js';
export { showFigures, type ShownFigures } from './show-figures.js';
export { everyRegion, showTimes, type ShownTime } from './show-times.js';
export { namedPeriods, periodNames, type NamedPeriod, type PeriodName } from './named-periods.js';
export { figureTable, type FigureTable } from './figure-table.js';
