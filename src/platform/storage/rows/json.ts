import { type RawBuilder, sql } from 'kysely';

/**
 * A value for a jsonb column. Always use it when writing jsonb: given a bare array, `pg` would write a PostgreSQL array,
 * and given a bare string, PGlite and `pg` would both take it for JSON text. Half a sign, which is left when a text is cut
 * in the middle of one, becomes the sign for what cannot be read: PostgreSQL refuses it.
 */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value, wellFormed)}::jsonb`;
}

const wellFormed = (_key: string, part: unknown): unknown =>
  typeof part === 'string' ? part.replace(/\p{Cs}/gu, '\ufffd') : part;
