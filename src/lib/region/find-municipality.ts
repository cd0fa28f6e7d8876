import {
  localityLabel,
  localitiesNamed,
  localitiesWithNis,
  localitiesWithPostalCode,
  type Locality,
  type LocalityChoice,
} from './gazetteer.js';
import type { Municipality } from './municipalities.js';
import { nearestNames, nearestPostalCodes } from './nearest.js';
import { namesakesOf, localityElsewhere, provinceOfPostalCode, type Namesake, type Province } from './outside.js';
import { keyOf, wordsOf } from './locality-name.js';

export type MunicipalityAnswer =
  | {
      readonly kind: 'found';
      readonly municipality: Municipality;
      /** What was recognised. */ readonly matched: string;
    }
  | { readonly kind: 'ambiguous'; readonly choices: readonly LocalityChoice[] }
  /** In Belgium, not in the province. `province` is null when only 'outside' was said. */
  | { readonly kind: 'outside'; readonly locality: string; readonly province: Province | null }
  /** Not recognised; at most three suggestions, possibly none. */
  | { readonly kind: 'unknown'; readonly nearest: readonly LocalityChoice[] };

/** One thing read in the text: localities of ours, a locality elsewhere, or nothing we know. */
type Reading =
  | {
      readonly kind: 'ours';
      readonly matched: string;
      readonly localities: readonly Locality[];
      readonly namesakes: Namesake[];
    }
  | { readonly kind: 'elsewhere'; readonly locality: string; readonly province: Province }
  | { readonly kind: 'strange'; readonly nearest: readonly LocalityChoice[] };
type Ours = Extract<Reading, { kind: 'ours' }>;
type Elsewhere = Extract<Reading, { kind: 'elsewhere' }>;

const longestText = 200;
const sayNothing = new Set(['belgie', 'belgium', 'belgique', 'vlaamsbrabant', 'vlaanderen']);

const ours = (matched: string, localities: readonly Locality[], namesakes: Namesake[] = []): Ours => ({
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
  return { kind: 'strange', nearest: digits.length === 4 ? nearestPostalCodes(digits) : [] };
};

const readName = (words: readonly string[]): Reading | undefined => {
  const key = words.join('');
  const localities = localitiesNamed(key);
  if (localities[0]) return ours(localities[0].name, localities, namesakesOf(key));
  const elsewhere = localityElsewhere(key);
  return elsewhere && { kind: 'elsewhere', locality: elsewhere.name, province: elsewhere.province };
};

/** 'Kessel-Lo Leuven' without a comma: two names we know, after each other. */
const readTwoNames = (words: readonly string[]): Reading[] | undefined => {
  for (let at = 1; at < words.length; at += 1) {
    const [first, second] = [readName(words.slice(0, at)), readName(words.slice(at))];
    if (first && second) return [first, second];
  }
  return undefined;
};

const readPart = (part: string): Reading[] => {
  const words = wordsOf(part);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const name = words.filter((word) => !/^\d+$/.test(word) && !(numbers.length > 0 && word === 'b'));
  const readings = numbers.map(readDigits);
  if (name.length === 0 || sayNothing.has(name.join(''))) return readings;
  const whole = readName(name);
  const named = whole ? [whole] : (readTwoNames(name) ?? [{ kind: 'strange', nearest: nearestNames(name.join('')) }]);
  return [...named, ...readings];
};

const unique = (choices: readonly LocalityChoice[]): LocalityChoice[] =>
  choices.filter((choice, at) => choices.findIndex(({ label }) => label === choice.label) === at);

const namesakeChoice = ({ name, postalCode, municipalityName }: Namesake): LocalityChoice => ({
  nis: postalCode,
  municipalityName,
  label: localityLabel(name, postalCode, municipalityName),
});

/** One choice for each province that was read. */
const elsewhereChoices = (elsewhere: readonly Elsewhere[]): LocalityChoice[] =>
  elsewhere
    .filter(({ province }, at) => elsewhere.findIndex((other) => other.province === province) === at)
    .map(({ locality }) => ({ nis: locality, municipalityName: locality, label: locality }));

/** The municipalities on which all readings agree. */
const common = (readings: readonly Ours[]): Municipality[] => {
  const sets = readings.map(({ localities }) => new Set(localities.map(({ municipality }) => municipality)));
  return [...(sets[0] ?? [])].filter((municipality) => sets.every((set) => set.has(municipality)));
};

const decideOurs = (readings: readonly [Ours, ...Ours[]]): MunicipalityAnswer => {
  const [first] = readings;
  const agreed = common(readings);
  const namesakes = readings.length === 1 ? first.namesakes : [];
  if (agreed.length === 1 && agreed[0] && namesakes.length === 0) {
    return { kind: 'found', municipality: agreed[0], matched: first.matched };
  }
  const all = readings.flatMap(({ localities }) => localities);
  const choices = (agreed.length > 1 ? first.localities : all).map(({ choice }) => choice);
  return { kind: 'ambiguous', choices: unique([...choices, ...namesakes.map(namesakeChoice)]) };
};

/** Ours and elsewhere in one text: 'Hofstade (9308, Aalst)' is elsewhere, '1000 Halle' must be asked. */
const decideBoth = (mine: readonly Ours[], elsewhere: readonly [Elsewhere, ...Elsewhere[]]): MunicipalityAnswer => {
  const [first] = elsewhere;
  const isNamesake = ({ namesakes }: Ours) =>
    namesakes.some(({ postalCode }) => provinceOfPostalCode(postalCode) === first.province);
  if (mine.every(isNamesake)) return { kind: 'outside', locality: first.locality, province: first.province };
  const choices = mine.flatMap(({ localities }) => localities.map(({ choice }) => choice));
  return { kind: 'ambiguous', choices: unique([...choices, ...elsewhereChoices(elsewhere)]) };
};

const suggestions = (strange: readonly Reading[], mine: readonly Ours[]): LocalityChoice[] => {
  const near = strange.flatMap((reading) => (reading.kind === 'strange' ? reading.nearest : []));
  const inLocality = near.filter(({ nis }) =>
    mine.some(({ localities }) => localities.some((p) => p.municipality.nis === nis)),
  );
  const known = mine.flatMap(({ localities }) => localities.map(({ choice }) => choice));
  return unique([...inLocality, ...known, ...near]).slice(0, 3);
};

/**
 * Which municipality of Vlaams-Brabant somebody means (R7). Takes a municipality, postal code, sub-locality, old name, NIS
 * code, a combination ('3010 Kessel-Lo', 'Kessel-Lo (Leuven)'), 'outside', or a choice's `nis` or `label`. Never guesses:
 * names that fit twice and contradictions give choices, typing slips give suggestions. Never throws.
 */
export const findMunicipality = (text: string): MunicipalityAnswer => {
  if (text.length > longestText) return { kind: 'unknown', nearest: [] };
  if (keyOf(text) === 'outside') return { kind: 'outside', locality: '', province: null };
  const readings = text.split(/[(),;|/\n]/).flatMap(readPart);
  const mine = readings.filter((reading) => reading.kind === 'ours');
  const elsewhere = readings.filter((reading) => reading.kind === 'elsewhere');
  const strange = readings.filter((reading) => reading.kind === 'strange');
  const [firstOurs, ...otherOurs] = mine;
  const [firstElsewhere, ...otherElsewhere] = elsewhere;
  if (firstElsewhere && !firstOurs)
    return { kind: 'outside', locality: firstElsewhere.locality, province: firstElsewhere.province };
  if (strange.length > 0 || !firstOurs) return { kind: 'unknown', nearest: suggestions(strange, mine) };
  if (firstElsewhere) return decideBoth(mine, [firstElsewhere, ...otherElsewhere]);
  return decideOurs([firstOurs, ...otherOurs]);
};
