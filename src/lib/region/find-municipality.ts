import { localityLabel, type LocalityChoice } from './gazetteer.js';
import { keyOf } from './locality-name.js';
import type { Municipality } from './municipalities.js';
import { choiceElsewhere } from './nearest.js';
import { provinceOfPostalCode, type Namesake, type Province } from './outside.js';
import { readPart, type Elsewhere, type Ours, type Reading, type Strange } from './read-part.js';

export type MunicipalityAnswer =
  | {
      readonly kind: 'found';
      readonly municipality: Municipality;
      /** What was recognised. */ readonly matched: string;
    }
  | { readonly kind: 'ambiguous'; readonly choices: readonly LocalityChoice[] }
  /** Not in the province. `province` is null abroad, and when only 'outside' was said. */
  | { readonly kind: 'outside'; readonly locality: string; readonly province: Province | null }
  /** Not recognised; at most three suggestions, possibly none. */
  | { readonly kind: 'unknown'; readonly nearest: readonly LocalityChoice[] };

const longestText = 200;
const most = 3;

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
    .map(({ locality }) => choiceElsewhere(locality));

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

/** What may be meant by what was not understood, beside what was; at most three. */
const suggestions = (
  strange: readonly Strange[],
  mine: readonly Ours[],
  elsewhere: readonly Elsewhere[],
): LocalityChoice[] => {
  const whole = strange.flatMap((reading) => reading.whole);
  const near = strange.flatMap(({ nearest }) => nearest);
  const inLocality = near.filter(({ nis }) =>
    mine.some(({ localities }) => localities.some((p) => p.municipality.nis === nis)),
  );
  const known = mine.flatMap(({ localities }) => localities.map(({ choice }) => choice));
  const choices = unique([...inLocality, ...whole, ...known, ...near]).slice(0, most);
  const outside = elsewhereChoices(elsewhere).slice(0, 1);
  return unique([...choices.slice(0, most - outside.length), ...outside]);
};

/** A hamlet beside a name or code that is sure counts as one of ours, beside its namesake's as that; alone it is only suggested. */
const settleHamlet = (reading: Reading, others: readonly Reading[]): Reading => {
  if (reading.kind !== 'hamlet') return reading;
  const { localities, namesakes } = reading;
  if (others.some(({ kind }) => kind === 'ours'))
    return { kind: 'ours', matched: localities[0]?.name ?? '', localities, namesakes: [] };
  const provinces = namesakes.map(({ postalCode }) => provinceOfPostalCode(postalCode));
  const elsewhere = others.find(
    (other) => other.kind === 'elsewhere' && provinces.includes(other.province ?? undefined),
  );
  if (elsewhere) return elsewhere;
  const choices = localities.map(({ choice }) => choice);
  return { kind: 'strange', whole: [], nearest: [...choices, ...namesakes.map(namesakeChoice)] };
};

const decide = (text: string): MunicipalityAnswer => {
  const read = text.split(/[(),;|/\n]/).flatMap(readPart);
  const readings = read.map((reading) => settleHamlet(reading, read));
  const [firstOurs, ...otherOurs] = readings.filter((reading) => reading.kind === 'ours');
  const [firstElsewhere, ...otherElsewhere] = readings.filter((reading) => reading.kind === 'elsewhere');
  const strange = readings.filter((reading) => reading.kind === 'strange');
  const mine = firstOurs ? [firstOurs, ...otherOurs] : [];
  const elsewhere = firstElsewhere ? [firstElsewhere, ...otherElsewhere] : [];
  if (strange.length > 0 || (!firstOurs && !firstElsewhere))
    return { kind: 'unknown', nearest: suggestions(strange, mine, elsewhere) };
  if (firstOurs && firstElsewhere) return decideBoth(mine, [firstElsewhere, ...otherElsewhere]);
  if (firstOurs) return decideOurs([firstOurs, ...otherOurs]);
  return { kind: 'outside', locality: firstElsewhere?.locality ?? '', province: firstElsewhere?.province ?? null };
};

/** 'Linden bij Leuven' is Linden; the town nearby only decides between two of that name, or is suggested. */
const decideNear = (what: string, near: string): MunicipalityAnswer => {
  const answer = decide(what);
  if (answer.kind === 'found' || answer.kind === 'outside') return answer;
  const both = decide(`${what}, ${near}`);
  if (answer.kind === 'ambiguous') return both.kind === 'ambiguous' || both.kind === 'unknown' ? answer : both;
  return both.kind === 'found' || both.kind === 'unknown' ? both : answer;
};

/**
 * Which municipality of Vlaams-Brabant somebody means (R7). Takes a municipality, postal code, sub-locality, old name, NIS
 * code, a combination ('3010 Kessel-Lo', 'stad Leuven', 'Linden bij Leuven'), 'outside', or a choice's `nis` or `label`. Never
 * guesses: names that fit twice and contradictions give choices, what was not understood gives suggestions, also beside a name that
 * was. Never throws.
 */
export const findMunicipality = (text: string): MunicipalityAnswer => {
  if (text.length > longestText) return { kind: 'unknown', nearest: [] };
  if (keyOf(text) === 'outside') return { kind: 'outside', locality: '', province: null };
  const [what = '', ...near] = text.split(/\s(?:na)?bij\s/i);
  return near.length > 0 && what.trim() !== '' ? decideNear(what, near.join(', ')) : decide(text);
};
