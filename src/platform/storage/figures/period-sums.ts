import { sql } from 'kysely';
import {
  countsIn,
  isShown,
  tallies,
  type CutName,
  type Line,
  type Sum,
  type TallyName,
} from '../../../domain/figures/counting/index.js';
import { addedBy, storedOf } from './count-trails.js';
import { changedTrails, trailsDue } from './changed-trails.js';
import { desksDays } from './days.js';
import { linesBehind } from './line-numbers.js';
import type { Db, Progress } from './progress.js';

/** The days that are counted: `until` is the first one after them. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

const shown = (Object.keys(tallies) as TallyName[]).flatMap((tally) =>
  tallies[tally].cuts.map((cut: CutName) => ({ tally, cut })).filter(isShown),
);

const ofKind = (kind: 'flow' | 'level') =>
  sql.join(
    shown
      .filter(({ tally }) => tallies[tally].kind === kind)
      .map(({ tally, cut }) => sql`(${sql.lit(tally)}, ${sql.lit(cut)})`),
  );

/** What was counted, in a period. */
export async function countedIn(db: Db, { from, until }: DaySpan): Promise<Sum[]> {
  const { rows } = await sql<Line & { readonly value: number; readonly count: number }>`
    select l.tally, l.cut, l.by, c.value, sum(c.count)::integer as count
      from figure_line l join figure_count c on c.line_id = l.id
      where (l.tally, l.cut) in (${ofKind('flow')}) and c.day >= ${from} and c.day < ${until} and c.until >= ${until}
      group by l.id, c.value
    union all
    select l.tally, l.cut, l.by, 0, sum(c.count)::integer
      from figure_line l join figure_count c on c.line_id = l.id
      where (l.tally, l.cut) in (${ofKind('level')}) and c.day < ${until} group by l.id`.execute(db);
  return rows.map(({ tally, cut, by, value, count }) => ({ line: { tally, cut, by }, value, count }));
}

/** A number that is to be added to what was counted, or taken off it, of a day. */
export interface Late extends Sum {
  readonly day: string;
  readonly until: string | null;
}

/** So many things may have happened since the counting, and to so many trails: more is not looked at while somebody waits. */
const mostTold = 20_000;
const mostTrails = 2000;
const atOnce = 200;

/** What happened since the counting, as numbers to add and to take off; null: too much. */
export async function countedLate(db: Db, { upto }: Progress, now: Date): Promise<Late[] | null> {
  const { trails, isFull } = await changedTrails(db, { after: upto, to: null, most: mostTold });
  const due = await trailsDue(db, now, mostTrails);
  const all = [...new Set([...trails, ...due])];
  if (isFull || all.length > mostTrails) return null;
  const days = desksDays();
  const found: Late[] = [];
  for (let done = 0; done < all.length; done += atOnce) {
    const some = all.slice(done, done + atOnce);
    for (const { amounts } of await addedBy(db, some, days, now)) found.push(...amounts);
    const before = await storedOf(db, some);
    const lines = await linesBehind(
      db,
      before.map(({ lineId }) => lineId),
    );
    for (const { lineId, ...one } of before) {
      const line = lines.get(lineId);
      if (line !== undefined) found.push({ ...one, line, count: -one.count });
    }
  }
  return found;
}

/** Those that count in a period. */
export const lateIn = (late: readonly Late[], period: DaySpan): Sum[] =>
  late.filter(({ line, day, until }) => isShown(line) && countsIn({ tally: line.tally, day, until }, period));
