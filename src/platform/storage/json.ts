import { type RawBuilder, sql } from 'kysely';

/**
 * A value for a jsonb column. Always use it when writing jsonb: given a bare array, `pg` would write a PostgreSQL array,
 * and given a bare string, PGlite and `pg` would both take it for JSON text.
 */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
