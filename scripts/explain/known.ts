/** Statements that walk through a whole table on purpose, by what they hold, and why that may be. */
const known: readonly (readonly [RegExp, string])[] = [
  [
    /from due d where d\.job/,
    'clocks that run are as many as what is open; only the nightly run looks at them without a key',
  ],
];

/** Why a statement may walk through a whole table; null: nobody said that it may. */
export const whyKnown = (sql: string): string | null => known.find(([holds]) => holds.test(sql))?.[1] ?? null;
