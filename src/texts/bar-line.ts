/** So many full blocks is the longest bar: it fits beside its label on a phone. */
const longest = 8;

/**
 * A bar of a chart on a card, as a line of blocks: in the accent colour it reads on both themes, where a coloured box does
 * not. Takes a value and that of a full bar; what is more than nothing is at least half a block, null and 0 give an unseen
 * space, so that the column stays.
 */
export function barLine(value: number | null, highest: number): string {
  if (value === null || value <= 0 || highest <= 0) return '\u00a0';
  const halves = Math.max(1, Math.round((Math.min(value, highest) / highest) * longest * 2));
  return '█'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? '▌' : '');
}
