import { view, type ViewContext } from '../../contracts/action.js';
import { deskOnly } from '../../contracts/desk-only.js';
import {
  everyRegion,
  figureRegions,
  sumOf,
  unmetReasons,
  type Figures,
  type TimeName,
} from '../../domain/figures/index.js';
import { namedPeriods } from '../../domain/figures/index.js';
import { periodWords, valueWord, type FigureNames } from '../../texts/figure-words.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { figuresIn, type FiguresIn } from './figures-in.js';
import { periodParams } from './period-params.js';

/** Exact figures of a period for the desk: what came, what came of it, per region and service; and the way to all of it. */
export const deskFigures = view({
  slug: 'desk-figures',
  audience: 'stored',
  params: periodParams,
  load: (read, period, context): Promise<FiguresIn> => figuresIn(read, period, context),
  may: (_facts, actor) => deskOnly(actor),
  fill(facts, context) {
    const { from, until, figures } = facts;
    const { language } = context;
    const say = texts(language);
    const isEmpty = figures !== null && Object.values(figures).every((counts) => counts.length === 0);
    const isCounted = figures !== null && !isEmpty;
    return {
      from,
      until,
      line: periodWords({ from, until }, language),
      nothing:
        figures === null ? say('figures.desk-figures.counting') : isEmpty ? say('figures.desk-figures.nothing') : null,
      only: isCounted ? say('figures.desk-figures.only') : null,
      figures: isCounted ? numbersOf(figures, context) : null,
      times: isCounted ? timesOf(figures, context) : null,
      ...groupsOf(isCounted ? figures : null, facts.names, context),
      ...choicesOf(facts, context),
    };
  },
  summary: (_facts, { language }) => texts(language)('figures.desk-figures.title'),
});

function numbersOf(figures: Figures, { language }: ViewContext) {
  const say = texts(language);
  const registered = sumOf(figures['registered-by-region']);
  const started = sumOf(figures['trajectories-started']);
  const figure = (number: number, word: string) => ({ number: String(number), word });
  return {
    registered: figure(registered, say('figures.desk-figures.registered', { count: registered })),
    placed: figure(sumOf(figures.answers, { answer: 'placed' }), say('figures.desk-figures.placed')),
    started: figure(started, say('figures.desk-figures.started', { count: started })),
    waiting: figure(sumOf(figures['waiting-list']), say('figures.desk-figures.waiting')),
    unmet: figure(sumOf(figures['unmet-demand']), say('figures.desk-figures.unmet')),
    on: figure(sumOf(figures['referred-on']), say('figures.desk-figures.on')),
  };
}

/** How long it took until contact, and until the start; null when nothing of either was counted. */
function timesOf(figures: Figures, { language }: ViewContext): string | null {
  const say = texts(language);
  const lines = (
    [
      ['time-to-contact', 'contact', 'hours'],
      ['time-to-start', 'start', 'days'],
    ] as const
  ).flatMap(([name, key, unit]) => {
    const [median, p90] = [timeOf(figures, name, 'median'), timeOf(figures, name, 'p90')];
    if (median === null || p90 === null) return [];
    const told = (value: number): string => say(`figures.desk-figures.${unit}`, { [unit]: value });
    return [say(`figures.desk-figures.${key}`, { median: told(median), p90: told(p90) })];
  });
  return lines.length === 0 ? null : lines.join('\n\n');
}

const timeOf = (figures: Figures, name: TimeName, measure: string): number | null =>
  figures[name].find(({ by }) => by['region'] === everyRegion && by['measure'] === measure)?.count ?? null;

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
}

const barOf = (label: string, value: number): Bar => ({ label, value, shown: String(value) });
const groupOf = (bars: readonly Bar[]) => ({ bars, drawn: bars.some(({ value }) => value > 0) });

/** Bars: per region, per service (those that occur), and why a demand was not met. */
function groupsOf(figures: Figures | null, names: FigureNames, { language }: ViewContext) {
  const counts = figures ?? null;
  const word = (dimension: string, value: string): string =>
    plain(
      valueWord(language, dimension === 'reason' ? 'unmet-demand' : 'registered-by-service', dimension, value, names),
    );
  const regions = figureRegions.map((region) =>
    barOf(word('region', region), sumOf(counts?.['registered-by-region'] ?? [], { region })),
  );
  const services = [...new Set(counts?.['registered-by-service'].map(({ by }) => by['service'] ?? '') ?? [])]
    .map((service) => barOf(word('service', service), sumOf(counts?.['registered-by-service'] ?? [], { service })))
    .sort((one, other) => other.value - one.value);
  const reasons = unmetReasons.map((reason) =>
    barOf(word('reason', reason), sumOf(counts?.['unmet-demand'] ?? [], { reason })),
  );
  return { regions: groupOf(regions), services: groupOf(services), reasons: groupOf(reasons) };
}

/** The periods to choose from, and which of them this is. */
function choicesOf({ from, until }: FiguresIn, { language, calendar, now }: ViewContext) {
  const say = texts(language);
  const periods = namedPeriods(calendar.dayOf(now));
  const present = periods.find((one) => one.from === from && one.until === until);
  return {
    periods: periods.map(({ name }) => ({ title: say(`figures.periods.${name}`), value: name })),
    typed: { period: present?.name ?? 'this-year' },
  };
}
