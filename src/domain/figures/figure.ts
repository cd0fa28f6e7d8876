import { inquiryAnswers } from '../inquiry/inquiry.js';
import {
  requestSources,
  schoolForms,
  domains,
  stillCounted,
  stillMonths,
  trajectoryOutcomes,
  withdrawReasons,
} from '../codes.js';

/** One line of a figure: how many (or how long, see `time-to-contact`) for these codes and ids. Never about one pupil by name. */
export interface Count {
  readonly by: Readonly<Record<string, string>>;
  readonly count: number;
}

/** Age groups of the figures; `no-age` is a class, a group, teachers or a school (R3). */
export const ageGroups = ['under-12', '12-13', '14-15', '16-plus', 'no-age'] as const;
export type AgeGroup = (typeof ageGroups)[number];

/** Both regions, and pupils who live and learn outside the province (R7). */
export const figureRegions = ['VBO', 'AHV', 'outside'] as const;

/** What a provider answers, as it is counted. A list that is only proposed counts as a waiting list. */
export const countedAnswers = ['contacted', 'placed', 'waitlisted', 'no-match', 'full'] as const;

/** Why a demand was not met; one per trail, the last one. */
export const unmetReasons = ['no-match', 'full', 'outside', 'left-waiting'] as const;

/** What became of a question before referring: the last answer, or none. */
export const inquiryOutcomes = [...inquiryAnswers, 'no-answer'] as const;

/** What a missing id is counted under: no provider yet. */
export const notKnown = 'none';

/** The school form of a class, a group, teachers or a school (R3). */
export const notAPupil = 'no-pupil';

/**
 * A dimension of a figure. The values that are known stand in every table, zeros too; of an open dimension (`null`)
 * only those that occur.
 */
export interface Dimension {
  readonly name: string;
  readonly values: readonly string[] | null;
}

/**
 * How a figure is laid out and hidden: `path` from outside to inside (a provider and its services), and `across`
 * crosses the last of the path (region × age group), so that both sides have totals.
 */
export interface Cut {
  readonly path: readonly Dimension[];
  readonly across: Dimension | null;
}

const region: Dimension = { name: 'region', values: figureRegions };
const ageGroup = { name: 'ageGroup', values: ageGroups } as const satisfies Dimension;
const open = (name: string): Dimension => ({ name, values: null });
const list = (name: string, values: readonly string[]): Cut => ({ path: [{ name, values }], across: null });
const regionByAge: Cut = { path: [region], across: ageGroup };
/** Per region too: its total stands beside that of the region by itself, and both are one number in one table. */
const serviceInRegion: Cut = { path: [region, open('provider'), open('service')], across: null };

/** Every figure that is a count, with its layout. A new figure is one line here, one query in storage, and its texts. */
export const countCuts = {
  'registered-by-region': { path: [region], across: null },
  'registered-by-service': serviceInRegion,
  'registered-by-age-group': { path: [ageGroup], across: null },
  'registered-by-school-form': { path: [{ name: 'schoolForm', values: [...schoolForms, notAPupil] }], across: null },
  'registered-by-domain': list('domain', domains),
  'registered-by-source': list('source', requestSources),
  answers: {
    path: [{ name: 'answer', values: countedAnswers }, open('reason'), region],
    across: ageGroup,
  },
  inquiries: { path: [{ name: 'answer', values: inquiryOutcomes }], across: region },
  'inquiries-referred': { path: [region], across: null },
  withdrawn: list('reason', withdrawReasons),
  'referred-on': regionByAge,
  'referred-on-often': regionByAge,
  'contact-term': { path: [{ name: 'contact', values: ['in-time', 'late'] }, region], across: ageGroup },
  'waiting-list': { path: [region], across: null },
  'waiting-list-by-service': serviceInRegion,
  /** Who was at school when referred or was not stands in the same table: what is hidden of one does not follow from the other. */
  'trajectories-started': { path: [region, open('provider')], across: { name: 'school', values: ['away', 'there'] } },
  'trajectories-running': { path: [{ name: 'state', values: ['started', 'paused'] }], across: region },
  'trajectories-closed': { path: [{ name: 'outcome', values: trajectoryOutcomes }], across: region },
  'trajectories-dropped': { path: [region], across: null },
  'still-at-school': {
    path: [
      { name: 'months', values: stillMonths.map(String) },
      { name: 'answer', values: stillCounted },
    ],
    across: region,
  },
  'unmet-demand': { path: [{ name: 'reason', values: unmetReasons }, region], across: ageGroup },
} as const satisfies Readonly<Record<string, Cut>>;

export type CountName = keyof typeof countCuts;
/** Figures that are not counts but times: in clock hours, or in days. */
export type TimeName = 'time-to-contact' | 'time-to-start';
/** Figures that are sums over pupils: told with how many stand behind them, in the layout of those pupils. */
export const sumCuts = {
  'half-days': { path: [region, open('provider')], across: null },
  absences: { path: [region, open('provider')], across: null },
  'lost-school-time': countCuts['trajectories-started'],
} as const satisfies Readonly<Record<string, Cut>>;
export type SumName = keyof typeof sumCuts;
export type FigureName = CountName | TimeName | SumName;

/** All figures of one period. */
export type Figures = Readonly<Record<FigureName, readonly Count[]>>;

export const countNames = Object.keys(countCuts) as CountName[];
export const timeNames = ['time-to-contact', 'time-to-start'] as const satisfies readonly TimeName[];
export const sumNames = Object.keys(sumCuts) as SumName[];
export const figureNames: readonly FigureName[] = [...countNames, ...timeNames, ...sumNames];

/** The sum of the lines of a figure that have these values. */
export const sumOf = (counts: readonly Count[], where: Readonly<Record<string, string>> = {}): number =>
  counts
    .filter(({ by }) => Object.entries(where).every(([name, value]) => by[name] === value))
    .reduce((sum, { count }) => sum + count, 0);
