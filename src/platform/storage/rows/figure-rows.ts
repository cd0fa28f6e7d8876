import type { Generated } from 'kysely';
import type { CutName, TallyName } from '../../../domain/figures/counting/index.js';
import type { TrailId } from '../../../domain/ids.js';

/** What a number of the figures is about. */
export interface FigureLineRow {
  id: Generated<number>;
  /** The same for the same line. */
  key: string;
  tally: TallyName;
  cut: CutName;
  by: unknown;
}

/** A number of a line on a day; it counts only in periods that end by `until`. */
export interface FigureCountRow {
  lineId: number;
  day: string;
  until: string;
  value: number;
  count: number;
}

/** What a trail has added to the counts. */
export interface FigureTrailRow {
  trailId: TrailId;
  /** Everything in the timeline up to here was looked at. */
  upto: number;
  /** By which definitions it was counted. */
  version: number;
  /** When time alone changes what it adds; null: only when something happens. */
  againAt: Date | null;
  /** Per amount: line, day, until, value, count. */
  amounts: number[];
}

/** How far the timeline was counted: one row. */
export interface FigureProgressRow {
  one: Generated<boolean>;
  version: number;
  /** Up to here every trail was counted. */
  upto: number;
  /** Nothing can come into the timeline any more up to here. */
  safe: number;
  /** The end of the timeline when it was last looked at, from which transaction on nothing had begun, and when. */
  seen: number | null;
  seenBefore: number | null;
  seenAt: Date | null;
  /** Rises with every change to the counts. */
  turn: number;
}

export interface FigureTables {
  figureLine: FigureLineRow;
  figureCount: FigureCountRow;
  figureTrail: FigureTrailRow;
  figureProgress: FigureProgressRow;
}
