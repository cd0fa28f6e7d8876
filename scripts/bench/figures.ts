/** What was measured under one name: milliseconds, by round. */
export type Rounds = readonly (readonly number[])[];

/** The value under which this part of the measurements lies (nearest rank). */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** How many times the median of another, measured in the same round: the middle of the rounds, the lowest and the highest. */
export function ratio(of: Rounds, to: Rounds): { middle: number; lowest: number; highest: number } {
  const each = of.map((round, index) => median(round) / median(to[index] ?? []));
  return { middle: median(each), lowest: Math.min(...each), highest: Math.max(...each) };
}

/** Two significant digits are as many as a run on a shared machine can carry. */
export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));

const times = (value: number): string => value.toFixed(1);

export function ratioText(of: Rounds, to: Rounds): string {
  const { middle, lowest, highest } = ratio(of, to);
  return `${times(middle)} × (${times(lowest)}–${times(highest)})`;
}

/** A Markdown table; the first column is words, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
