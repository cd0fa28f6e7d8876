import {
  hamletsNamed,
  localitiesNamed,
  localitiesWithNis,
  localitiesWithPostalCode,
  type Locality,
  type LocalityChoice,
} from './gazetteer.js';
import { wordsOf } from './locality-name.js';
import { isOurs, nearestNames, nearestPostalCodes } from './nearest.js';
import { localityElsewhere, namesakesOf, provinceOfPostalCode, type Namesake, type Province } from './outside.js';
import { withoutStreets } from './street-words.js';

/** One thing read in the text: localities of ours, a hamlet, a place elsewhere, or nothing we know. */
export type Reading =
  | {
      readonly kind: 'ours';
      readonly matched: string;
      readonly localities: readonly Locality[];
      readonly namesakes: readonly Namesake[];
    }
  | { readonly kind: 'hamlet'; readonly localities: readonly Locality[]; readonly namesakes: readonly Namesake[] }
  | Elsewhere
  | Strange;
/** `whole`: what the whole row of words looks like; `nearest`: what these words alone look like. */
export interface Strange {
  readonly kind: 'strange';
  readonly whole: readonly LocalityChoice[];
  readonly nearest: readonly LocalityChoice[];
}
export type Ours = Extract<Reading, { kind: 'ours' }>;
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly locality: string;
  readonly province: Province | null;
}

/** Words around a name that do not change which place it is. A name that holds one of them ('De Panne') is tried first. */
const besides = new Set(
  (
    'b be belgie belgium belgique belgien vlaanderen vlaams brabant provincie prov provence province gemeente stad stadje dorp ' +
    'deelgemeente hoofdgemeente fusiegemeente gehucht wijk centrum centre center city ville commune kern te in uit van de het nu ' +
    'momenteel tijdelijk woont wonend verblijft woonplaats domicilie is'
  ).split(' '),
);

const longestName = 7;

const ours = (matched: string, localities: readonly Locality[], namesakes: readonly Namesake[] = []): Ours => ({
  kind: 'ours',
  matched,
  localities,
  namesakes,
});

const readDigits = (digits: string): Reading => {
  const localities = digits.length === 5 ? localitiesWithNis(digits) : localitiesWithPostalCode(digits);
  if (localities.length > 0) return ours(digits.length === 5 ? (localities[0]?.name ?? digits) : digits, localities);
  const province = digits.length === 4 ? provinceOfPostalCode(digits) : undefined;
  if (province) return { kind: 'elsewhere', locality: digits, province };
  return { kind: 'strange', whole: [], nearest: digits.length === 4 ? nearestPostalCodes(digits) : [] };
};

const readElsewhere = (key: string): Elsewhere | null => {
  const found = localityElsewhere(key);
  return found ? { kind: 'elsewhere', locality: found.name, province: found.province } : null;
};

const readName = (words: readonly string[]): Reading | null => {
  const key = words.join('');
  const [first, ...others] = localitiesNamed(key);
  if (first) return ours(first.name, [first, ...others], namesakesOf(key));
  const hamlets = hamletsNamed(key);
  if (hamlets.length > 0) return { kind: 'hamlet', localities: hamlets, namesakes: namesakesOf(key) };
  return readElsewhere(key);
};

/** The longest name that starts at a word, and how many words it takes. */
function longestAt(words: readonly string[], at: number): { reading: Reading; taken: number } | null {
  for (let taken = Math.min(longestName, words.length - at); taken > 0; taken -= 1) {
    const reading = readName(words.slice(at, at + taken));
    if (reading) return { reading, taken };
  }
  return null;
}

const strangeNames = (runs: readonly (readonly string[])[], words: readonly string[]): Strange[] =>
  runs.map((run) => {
    const nearest = nearestNames(run.join(''));
    return { kind: 'strange', whole: run.length === words.length ? [] : nearestNames(words.join('')), nearest };
  });

/** Every name in a row of words, 'Kessel-Lo Leuven'; what is no name and no word around one is strange. */
function readNames(words: readonly string[]): Reading[] {
  const names: Reading[] = [];
  const runs: string[][] = [];
  let open = false;
  for (let at = 0; at < words.length;) {
    const found = longestAt(words, at);
    const word = words[at] ?? '';
    if (found) names.push(found.reading);
    else if (!besides.has(word)) {
      if (open) runs.at(-1)?.push(word);
      else runs.push([word]);
    }
    open = !found && !besides.has(word);
    at += found?.taken ?? 1;
  }
  const whole = words.filter((word) => !besides.has(word));
  return [...names, ...strangeNames(runs, whole)];
}

/** A name we do not know beside a code outside is the name of a part there, unless it looks like one of ours. */
const nameOfPart = (reading: Reading, readings: readonly Reading[]): boolean =>
  reading.kind === 'strange' &&
  ![...reading.whole, ...reading.nearest].some(isOurs) &&
  readings.some((other) => other.kind === 'elsewhere' && /^\d{4}$/.test(other.locality));

/** What stands in a part of the text between commas or brackets. */
export function readPart(part: string): Reading[] {
  const words = wordsOf(withoutStreets(part).replace(/(?<!\d)([1-9])[ .](\d{3})(?!\d)/g, '$1$2'));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const readings = [...readNames(words.filter((word) => !/^\d+$/.test(word))), ...numbers.map(readDigits)];
  return readings.filter((reading) => !nameOfPart(reading, readings));
}
