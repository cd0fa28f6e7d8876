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

/** `2026-0042`, `2026/42`, `2026 0042`: with its year, and not the beginning of a date, a phone number or a school year. */
const withYear = /(?<![\p{L}\d/.-])(20\d{2})(?:\s?[-–/]\s?(\d{1,5})|\s(0\d{3}))(?![\p{L}\d/–-]|\.\d)/gu;
/** `nr. 42`, `aanmelding 42`, `#42`: a number that is called one. */
const called = /(?:#|\b(?:nr|nummer|aanmelding|dossier|referral|number|no)\b\.?)\s*(\d{1,4})(?![\d/–.-]\d|\d)/gi;

const isSchoolYear = (year: string, number: string): boolean =>
  number.length === 4 && Number(number) === Number(year) + 1;

/**
 * What stands in a sentence as the reference of a referral, each once: 'hoe zit het met 2026-42?' gives ['2026-0042'], 'nr. 42'
 * gives ['42'], as {@link referencesIn} reads it. A school year ('2026-2027') and a date are none.
 */
export function referencesSaid(text: string): string[] {
  const years = [...text.matchAll(withYear)].map(
    ([, year = '', number, spaced = '']) => [year, number ?? spaced] as const,
  );
  const whole = years.filter(([year, number]) => !isSchoolYear(year, number) && Number(number) > 0);
  const full = whole.map(([year, number]) => `${year}-${number.padStart(4, '0')}`);
  const bare = /^\s*(\d{1,3}|0\d{3})\s*\??\s*$/.exec(text)?.[1];
  const numbers = [...text.matchAll(called)].map(([, number = '']) => number);
  const short = years.length > 0 ? [] : [...(bare === undefined ? [] : [bare]), ...numbers];
  return [...new Set([...full, ...short.filter((number) => Number(number) > 0)])];
}
