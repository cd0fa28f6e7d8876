export type Json = Readonly<Record<string, unknown>>;

/** Our names of the columns, worked out once each. */
const names = new Map<string, string>();

function camel(column: string): string {
  const known = names.get(column);
  if (known !== undefined) return known;
  const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  names.set(column, name);
  return name;
}

function named<T>(row: Json): T {
  const all: Record<string, unknown> = {};
  for (const key in row) all[camel(key)] = row[key];
  return all as T;
}

/** A row that PostgreSQL made into JSON, with our names for its columns; instants are still text. */
export function fromJson<T>(row: Json): T;
export function fromJson<T>(row: Json | null): T | null;
export function fromJson<T>(row: Json | null): T | null {
  return row === null ? null : named<T>(row);
}
