/** What a column asks: the width of its longest cell, of its longest word, and whether it may take what is left over. */
export interface ColumnWish {
  readonly natural: number;
  readonly least: number;
  readonly stretches: boolean;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Widths of columns that fill `total` together. With room to spare the columns of text take it. Without, short columns
 * get what they ask and the long ones share the rest alike, each at least its longest word; when even the words do not
 * fit, all shrink alike.
 */
export function columnWidths(wishes: readonly ColumnWish[], total: number): number[] {
  const spare = total - sum(wishes.map((wish) => wish.natural));
  if (spare >= 0) {
    const takers = wishes.filter((wish) => wish.stretches).length;
    return wishes.map(({ natural, stretches }) =>
      takers === 0 ? natural + spare / wishes.length : natural + (stretches ? spare / takers : 0),
    );
  }
  const words = sum(wishes.map((wish) => wish.least));
  if (words >= total) return wishes.map((wish) => (wish.least * total) / words);
  return filled(wishes, total);
}

/** Raises one level until the columns, each between its least and its natural width, fill the total: found by halving. */
function filled(wishes: readonly ColumnWish[], total: number): number[] {
  const at = (level: number): number[] => wishes.map(({ natural, least }) => Math.max(least, Math.min(natural, level)));
  let [low, high] = [0, total];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > total) high = middle;
    else low = middle;
  }
  return at(low);
}
