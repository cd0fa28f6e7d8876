/** How many letters must change, come or go to make one word of the other; two that changed places count as one. */
export function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, rows[i - 1]![j]! + 1, row[j - 1]! + 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}

/** How many typing errors a word bears: in short words one letter makes another word. */
const errorsIn = (known: string): number => (known.length < 6 ? 0 : known.length < 13 ? 1 : 2);

/**
 * Whether somebody who typed `said` may have meant `known`. The first letter must be right: 'afmelden' is no 'aanmelden'.
 * `loosely` bears one error more, for what is only offered.
 */
export function isSameWord(said: string, known: string, loosely = false): boolean {
  if (said === known) return true;
  const errors = errorsIn(known) + (loosely && known.length >= 4 ? 1 : 0);
  if (errors === 0 || said[0] !== known[0] || Math.abs(said.length - known.length) > errors) return false;
  return distance(said, known) <= errors;
}
