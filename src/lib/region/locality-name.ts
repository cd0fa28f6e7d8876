/** Ways of writing that mean the same, word by word: 'St.-Pieters-Leeuw', 'O.L.V.-Lombeek'. */
const abbreviations: readonly [RegExp, string][] = [
  [/\b(st|ste|saint|sainte)\b/g, 'sint'],
  [/\bo ?l ?v(rouw)?\b/g, 'onze lieve vrouw'],
];

/**
 * The words of a locality name, without case, accents, hyphens and apostrophes; digits stand apart from letters.
 * Takes any text; never throws.
 */
export const wordsOf = (text: string): string[] => {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$1$2 ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  return abbreviations
    .reduce((so, [short, long]) => so.replace(short, long), plain)
    .split(' ')
    .filter(Boolean);
};

/** What a name is compared by: 'Kessel-Lo', 'kessel lo' and 'KESSELLO' are one. */
export const keyOf = (text: string): string => wordsOf(text).join('');

/**
 * How many typing slips lie between two keys: a letter missing, extra, wrong, or two swapped.
 * Optimal string alignment over three rows.
 */
export const slipsBetween = (one: string, other: string): number => {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      here.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (here[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, above] = [above, here];
  }
  return above[other.length] ?? 0;
};
