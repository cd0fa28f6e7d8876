export type Json = Readonly<Record<string, unknown>>;

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A row that PostgreSQL made into JSON, with our names for its columns; instants are still text. */
export const fromJson = <T>(row: Json | null): T | null =>
  row === null ? null : (Object.fromEntries(Object.entries(row).map(([key, value]) => [camel(key), value])) as T);
