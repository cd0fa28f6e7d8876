import type { LocalDate } from '../../local-date.js';

/** By what everything that is counted can be laid out; each cut is kept as counts of its own. */
export const cuts = {
  place: ['region', 'ageGroup'],
  offer: ['region', 'provider', 'service'],
  form: ['region', 'schoolForm'],
  source: ['region', 'source'],
  domain: ['region', 'domain'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CutName = keyof typeof cuts;

interface TallyShape {
  /** `flow`: happened on a day, the sum over a period counts. `level`: one more or one less from a day on, the sum of all before counts. */
  readonly kind: 'flow' | 'level';
  readonly cuts: readonly CutName[];
}

/**
 * What is counted per day, and by which cuts. A further cut is a word here and a higher {@link countingVersion}: then
 * everything is counted anew, in slices. What each of them counts is said where it is counted (`of-*.ts`).
 */
export const tallies = {
  registered: { kind: 'flow', cuts: ['place', 'offer', 'form', 'source', 'domain'] },
  answers: { kind: 'flow', cuts: ['place', 'offer'] },
  inquiries: { kind: 'flow', cuts: ['place'] },
  'inquiries-referred': { kind: 'flow', cuts: ['place'] },
  withdrawn: { kind: 'flow', cuts: ['place', 'offer'] },
  'referred-on': { kind: 'flow', cuts: ['place'] },
  'referred-on-often': { kind: 'flow', cuts: ['place'] },
  'contact-term': { kind: 'flow', cuts: ['place', 'offer'] },
  /** Each with its hours as a value. */
  'contact-hours': { kind: 'flow', cuts: ['place', 'offer'] },
  waiting: { kind: 'level', cuts: ['place', 'offer'] },
  'unmet-demand': { kind: 'flow', cuts: ['place', 'offer'] },
  started: { kind: 'flow', cuts: ['place', 'offer'] },
  /** Each with its days as a value. */
  'start-days': { kind: 'flow', cuts: ['place', 'offer'] },
  'lost-school-time': { kind: 'flow', cuts: ['offer'] },
  running: { kind: 'level', cuts: ['offer'] },
  closed: { kind: 'flow', cuts: ['place', 'offer'] },
  dropped: { kind: 'flow', cuts: ['place', 'offer'] },
  'half-days': { kind: 'flow', cuts: ['offer'] },
  'half-day-pupils': { kind: 'flow', cuts: ['offer'] },
  absences: { kind: 'flow', cuts: ['offer'] },
  'absent-pupils': { kind: 'flow', cuts: ['offer'] },
} as const satisfies Readonly<Record<string, TallyShape>>;

export type TallyName = keyof typeof tallies;

/** Raised with every change to what is counted or how: what stands counted is then counted anew. */
export const countingVersion = 2;

/** Where something that is counted belongs. */
export interface Belonging {
  readonly region: string;
  readonly ageGroup: string;
  readonly schoolForm: string;
  readonly source: string;
  readonly provider: string;
  readonly service: string;
  readonly domains: readonly string[];
}

export type Codes = Readonly<Record<string, string>>;

/** One thing that a trail adds to a tally. */
export interface Contribution {
  readonly tally: TallyName;
  /** What the tally itself tells apart: the answer, the reason, the outcome. */
  readonly codes: Codes;
  readonly of: Belonging;
  readonly day: LocalDate;
  /**
   * Counts only in periods that end on this day or before; null: in all. So that of several things of one trail the last in
   * the period counts: each ends where the next begins.
   */
  readonly until: LocalDate | null;
  /** Hours or days, of what is told as a median; otherwise 0. */
  readonly value: number;
  readonly count: number;
}
