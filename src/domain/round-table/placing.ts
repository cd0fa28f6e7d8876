import type { Calendar } from '../calendar.js';
import type { Change } from '../case/aggregate.js';
import { onPlace } from '../case/on-place.js';
import type { Referral } from '../case/referral.js';
import type { RoundTableId } from '../ids.js';
import { planByFrom } from './clocks.js';
import { roundTableEvent as event, type RoundTableEvent } from './events.js';
import { isLive, type Organiser, type RoundTable } from './round-table.js';

export type RoundTableChange = Change<RoundTable, RoundTableEvent>;

interface Placing {
  /** Who organises the first round table at this provider (R10). */
  readonly organiser: Organiser;
  readonly now: Date;
  readonly calendar: Calendar;
  readonly newId: () => RoundTableId;
}

/** The first round table, which a place asks for and its end takes away (R10). Pure. */
export const roundTablesFor = (
  referral: Referral,
  tables: readonly RoundTable[],
  { organiser, now, calendar, newId }: Placing,
): RoundTableChange[] =>
  onPlace<RoundTable, RoundTableEvent>(referral, tables, now, {
    isLive,
    newId,
    drop: (by) => event('dropped', {}, by),
    begin: (facts, by) =>
      event('wanted', { facts: { ...facts, kind: 'start' }, organiser, planBy: planByFrom(now, calendar) }, by),
  });
