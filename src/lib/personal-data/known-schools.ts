import { particles } from './everyday-words.js';
import type { Finding } from './finding.js';
import { isLocality } from './locality-words.js';
import { endsLikeSchool, isSchoolType } from './school-words.js';
import { joins, wordsIn, type Word } from './words.js';

/** What tells this school from others: not 'basisschool', 'Sint', 'De' or the town. */
const isDistinctive = (plain: string): boolean =>
  plain.length > 2 && !particles.has(plain) && !isSchoolType(plain) && !isLocality(plain);

/** Rows of words that all stand in the school's name. */
const runsOf = (text: string, parts: ReadonlySet<string>): Word[][] => {
  const runs: Word[][] = [];
  let previous: Word | undefined;
  for (const word of wordsIn(text)) {
    const last = runs.at(-1);
    const goesOn = joins(word) || /^!? $/.test(word.gap);
    if (parts.has(word.plain) && last && last.at(-1) === previous && goesOn) last.push(word);
    else if (parts.has(word.plain)) runs.push([word]);
    previous = word;
  }
  return runs;
};

/**
 * A distinctive word with a capital or with the ending of a school, or two of them; without any ('KA Leuven'), the whole
 * name. 'de regenboog' in lower case is only a rainbow.
 */
const givesAway = (run: readonly Word[], parts: ReadonlySet<string>): boolean => {
  const distinctive = run.filter(({ plain }) => isDistinctive(plain));
  if (distinctive.some(({ capital, plain }) => capital || endsLikeSchool(plain))) return true;
  const said = new Set(run.map(({ plain }) => plain));
  const named = new Set(distinctive.map(({ plain }) => plain));
  const hasType = run.some(({ plain }) => isSchoolType(plain));
  return named.size > 1 || (named.size > 0 && hasType) || (said.size > 1 && said.size === parts.size);
};

const spanOf = (run: readonly Word[]): Finding => {
  const kept = (word: Word) => !particles.has(word.plain) || word.capital;
  const [first, last] = [run.find(kept) ?? run[0], run.findLast(kept) ?? run.at(-1)];
  return { kind: 'school-name', at: first?.at ?? 0, length: (last?.end ?? 0) - (first?.at ?? 0) };
};

/** The name of the case's school, or what is particular in it. Takes the text and the names as typed. Never throws. */
export const findKnownSchools = (text: string, names: readonly string[]): Finding[] =>
  names.flatMap((name) => {
    const parts = new Set(wordsIn(name).map(({ plain }) => plain));
    return runsOf(text, parts)
      .filter((run) => givesAway(run, parts))
      .map(spanOf);
  });
