import { sql, type RawBuilder } from 'kysely';
import { inSpan, type Span } from './counted.js';

/** What happened to trajectories, as a source of rows `e`, with its trajectory `tj` and referral `r`. */
export const courses = sql`timeline e join trajectory tj on tj.id = e.subject_id join referral r on r.id = tj.referral_id`;

/** Event `e` is of this name, told in the period. */
export const told = (name: string, span: Span): RawBuilder<boolean> =>
  sql<boolean>`(e.subject = 'trajectory' and e.name = ${sql.lit(name)} and ${inSpan(span)})`;

/** Nothing of these happened to the trajectory of event `e` after it: it was not taken back. */
export const notThen = (...names: readonly string[]): RawBuilder<boolean> => sql<boolean>`not exists (
  select 1 from timeline later where later.subject_id = e.subject_id and later.seq > e.seq
    and later.name in (${sql.join(names.map((name) => sql.lit(name)))}))`;

/** The pupil of referral `r` was not at school when referred: absent, suspended or not enrolled. */
export const wasAway = sql<boolean>`(r.target = 'pupil'
  and (r.presence in ('problematic-absence', 'suspended') or r.enrolment <> 'enrolled'))`;
