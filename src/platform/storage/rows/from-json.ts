export type Json = Readonly<Record<string, unknown>>;

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const named = <T>(row: Json): T =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [camel(key), value])) as T;

/** A row that PostgreSQL made into JSON, with our names for its columns; instants are still text. */
export function fromJson<T>(row: Json): T;
export function fromJson<T>(row: Json | null): T | null;
export function fromJson<T>(row: Json | null): T | null {
  return row === null ? null : named<T>(row);
}
