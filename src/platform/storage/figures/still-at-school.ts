import { sql } from 'kysely';
import type { Count } from '../../../domain/figures/index.js';
import type { DaySpan } from './period-sums.js';
import type { Db } from './progress.js';

/**
 * Whether pupils are still at school 3 and 9 months after a trajectory (R13), by what was answered and region. They are counted per
 * trimester (docs/decisions/0027): a trimester counts where its end lies in the period.
 */
export async function stillAtSchool(db: Db, { from, until }: DaySpan): Promise<Count[]> {
  const { rows } = await sql<{ months: number; answer: string; region: string; count: number }>`
    select months, answer, region, sum(count)::integer as count from (
      select *, (case extract(month from since) when 9 then since + interval '4 months'
        when 1 then since + interval '3 months' else since + interval '5 months' end) as ends from still_at_school
    ) counted where ends > ${from}::date and ends <= ${until}::date
    group by 1, 2, 3`.execute(db);
  return rows
    .map(({ months, answer, region, count }) => ({ by: { months: String(months), answer, region }, count }))
    .sort((one, other) => (JSON.stringify(one.by) < JSON.stringify(other.by) ? -1 : 1));
}
