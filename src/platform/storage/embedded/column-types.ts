import pg from 'pg';

/** Object ids of PostgreSQL's own types; they never change. */
const oid = { bytea: 17, int8: 20, date: 1082, numeric: 1700 } as const;

/**
 * Whole numbers beyond 2^53 would be rounded silently: refuse them. Counts and sequences never come near.
 */
function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError(`The number ${text} does not fit.`);
  return value;
}

/** A calendar day stays `YYYY-MM-DD`: as a Date it would shift with the time zone. */
const asText = (text: string): string => text;

/** Where the embedded engine differs from what we want; everything else has the same JavaScript type on both. */
export const embeddedParsers = {
  [oid.int8]: toNumber,
  [oid.numeric]: toNumber,
  [oid.date]: asText,
  [oid.bytea]: (text: string) => Buffer.from(text.slice(2), 'hex'),
};

const postgresParsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: toNumber,
  [oid.numeric]: toNumber,
  [oid.date]: asText,
};

/** The same for `pg`, per pool: the driver's global table is left alone. */
export const postgresTypes = {
  getTypeParser: (typeId: number, format?: 'text' | 'binary'): unknown =>
    (format !== 'binary' && postgresParsers[typeId]) || pg.types.getTypeParser(typeId, format as 'text'),
};
