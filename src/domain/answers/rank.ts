/** Which words of a sentence stand in one text, and how much the two resemble each other as a whole. */
export interface Hits<Id> {
  readonly id: Id;
  readonly hits: readonly boolean[];
  readonly similar: number;
}

/** A text that was found: the share of what the sentence asks that stands in it (1: everything). */
export interface Ranked<Id> {
  readonly id: Id;
  readonly share: number;
}

/** Words of many questions, which say little about which one is meant. */
const light = new Set(
  'wie wat hoe waar wanneer welk welke waarom kan mag moet wil gaat doet doen nu als nog ook who what how where when which why can may must do'.split(
    ' ',
  ),
);
const lightWeight = 0.35;
/** A word that stands nowhere may be anything: a slip, dialect, a detail. */
const unknownWeight = 1;

/**
 * The texts in which most of the sentence stands, the best first. A word counts more the fewer texts it stands in; a word
 * that stands in none counts against all of them alike.
 */
export function rank<Id>(words: readonly string[], found: readonly Hits<Id>[]): Ranked<Id>[] {
  const weights = words.map((word, at) => {
    const texts = found.filter(({ hits }) => hits[at] === true).length;
    const weight = texts === 0 ? unknownWeight : Math.log(1 + found.length / (1 + texts));
    return weight * (light.has(word) ? lightWeight : 1);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const pointsOf = ({ hits }: Hits<Id>) =>
    weights.reduce((sum, weight, at) => sum + (hits[at] === true ? weight : 0), 0);
  return found
    .map((one) => ({ id: one.id, points: pointsOf(one), similar: one.similar }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points + other.similar - (one.points + one.similar))
    .map(({ id, points }) => ({ id, share: all === 0 ? 0 : points / all }));
}

/** From this share on a sentence resembles a question so much that it is answered without being asked for. */
export const resembles = 0.5;
