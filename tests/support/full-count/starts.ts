import { sql } from 'kysely';
import type { Count } from '../../../src/domain/figures/index.js';
import { dayOf, schoolHalfDaysBetween } from '../../../src/platform/calendar/index.js';
import type { CountQuery, Db, Span } from './counted.js';
import { courses, notThen, told, wasAway } from './trajectory-events.js';

interface Start {
  readonly region: string;
  readonly provider: string;
  readonly away: boolean;
  readonly registeredAt: Date;
  readonly startedOn: string;
}

/** Starts that were told in the period and not taken back. */
async function startsIn(db: Db, span: Span): Promise<Start[]> {
  const { rows } = await sql<Start>`
    select r.region, tj.provider_id as provider, ${wasAway} as away, r.first_registered_at as registered_at,
      e.data->>'on' as started_on
    from ${courses} where ${told('started', span)} and ${notThen('start-taken-back')}`.execute(db);
  return rows;
}

/**
 * Half days of school between the first registration of the trail and the start, of pupils who were not at school then: school days
 * are the calendar's and not the database's. How many stand behind it, of both kinds, stands beside.
 */
export const lostSchoolTime: CountQuery = async (db, span) => {
  const lines = new Map<string, Count>();
  const add = (by: Count['by'], count: number): void => {
    const key = JSON.stringify(by);
    lines.set(key, { by, count: (lines.get(key)?.count ?? 0) + count });
  };
  for (const { region, provider, away, registeredAt, startedOn } of await startsIn(db, span)) {
    const of = { region, provider, school: away ? 'away' : 'there' };
    add({ ...of, measure: 'cases' }, 1);
    if (away) add({ ...of, measure: 'sum' }, schoolHalfDaysBetween(dayOf(registeredAt), startedOn));
  }
  return sorted([...lines.values()]);
};

const dayMs = 86_400_000;

/** Days between the first registration of the trail and the start: how many, the median, and within which nine in ten began. */
export const timeToStart: CountQuery = async (db, span) => {
  const found = (await startsIn(db, span)).map(({ region, registeredAt, startedOn }) => ({
    region,
    days: Math.round((Date.parse(startedOn) - Date.parse(dayOf(registeredAt))) / dayMs),
  }));
  const of = (region: string, days: readonly number[]): Count[] => [
    { by: { region, measure: 'cases' }, count: days.length },
    { by: { region, measure: 'median' }, count: percentile(days, 0.5) },
    { by: { region, measure: 'p90' }, count: percentile(days, 0.9) },
  ];
  const regions = [...new Set(found.map(({ region }) => region))];
  return sorted([
    ...regions.flatMap((region) =>
      of(
        region,
        found.filter((one) => one.region === region).map(({ days }) => days),
      ),
    ),
    ...(found.length === 0
      ? []
      : of(
          'all',
          found.map(({ days }) => days),
        )),
  ]);
};

/** Between the two nearest, as the database reckons it for other times; rounded. */
function percentile(values: readonly number[], part: number): number {
  const inOrder = [...values].sort((one, other) => one - other);
  const at = part * (inOrder.length - 1);
  const [low = 0, high = low] = [inOrder[Math.floor(at)], inOrder[Math.ceil(at)]];
  return Math.round(low + (high - low) * (at - Math.floor(at)));
}

const sorted = (counts: readonly Count[]): Count[] =>
  [...counts].sort((one, other) => (JSON.stringify(one.by) < JSON.stringify(other.by) ? -1 : 1));
