/**
 * The references a person may mean by what was typed after `status`: `2026-0042`, `#2026-42`, `2026/0042`, or only the
 * number, which is then looked for in this year first and in the year before. Empty when it is no reference.
 */
export function referencesIn(text: string, year: number): string[] {
  const [, typedYear, number = ''] = /^[\s#“"]*(?:(\d{4})\s*[-/. –]\s*)?(\d{1,6})[\s.?”"]*$/.exec(text) ?? [];
  if (Number(number) < 1) return [];
  const padded = String(Number(number)).padStart(4, '0');
  return (typedYear === undefined ? [year, year - 1] : [Number(typedYear)]).map((one) => `${one}-${padded}`);
}
