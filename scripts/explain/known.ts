/** Statements that walk through a whole table on purpose, by what they hold, and why that may be. */
const known: readonly (readonly [RegExp, string])[] = [
  [/from due d where d\.job = any/, 'every clock that runs is looked at once a night: as many as what is open'],
];

/** Why a statement may walk through a whole table; null: nobody said that it may. */
export const whyKnown = (sql: string): string | null => known.find(([holds]) => holds.test(sql))?.[1] ?? null;
