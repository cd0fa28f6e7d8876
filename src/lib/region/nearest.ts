import {
  hamlets,
  municipalitiesByPostalCode,
  localities,
  localitiesWithPostalCode,
  type LocalityChoice,
} from './gazetteer.js';
import { slipsBetween } from './locality-name.js';
import { localitiesElsewhere } from './outside.js';

const most = 3;
const longestName = 40;

const slipsAllowed = (key: string): number => (key.length <= 4 ? 1 : key.length <= 8 ? 2 : 3);

/** Lower is nearer; undefined: not near. A name typed in part comes after one typed with slips. */
const distance = (key: string, known: string): number | undefined => {
  if (key.length < 2 || key.length > longestName) return undefined;
  const slips = Math.abs(key.length - known.length) > most ? Infinity : slipsBetween(key, known);
  if (slips <= slipsAllowed(key)) return slips;
  if (key.length >= 3 && known.startsWith(key)) return 10;
  if (key.length >= 4 && known.endsWith(key)) return 11;
  return undefined;
};

/** A choice for a place outside the province: its name says enough. */
export const choiceElsewhere = (name: string): LocalityChoice => ({ nis: name, municipalityName: name, label: name });

/** What may be meant, ours before what lies outside at the same distance. */
const candidates = [
  ...[...localities, ...hamlets].map(({ key, choice }) => ({ key, choice, ours: true })),
  ...localitiesElsewhere.flatMap(({ name, keys }) =>
    keys.map((key) => ({ key, choice: choiceElsewhere(name), ours: false })),
  ),
];

const firstFew = (choices: readonly LocalityChoice[], sameAs: 'label' | 'nis'): LocalityChoice[] =>
  choices.filter((choice, at) => choices.findIndex((other) => other[sameAs] === choice[sameAs]) === at).slice(0, most);

/** Whether a choice is a place of ours: those outside go by their name or their own code. */
export const isOurs = ({ nis }: LocalityChoice): boolean => /^\d{5}$/.test(nis);

/** A name outside is suggested only when it is no further than the nearest of ours, with fewer slips. */
const slipsAllowedElsewhere = (key: string): number => (key.length <= 6 ? 1 : key.length <= 10 ? 2 : 3);

/** At most three places whose name is near to what was typed, the nearest first. */
export const nearestNames = (key: string): LocalityChoice[] => {
  const near = candidates.flatMap(({ key: known, choice, ours }) => {
    const far = distance(key, known);
    return far === undefined || (!ours && far > slipsAllowedElsewhere(key)) ? [] : [{ far, choice, ours }];
  });
  const nearestOfOurs = Math.min(...near.filter(({ ours }) => ours).map(({ far }) => far));
  const kept = near.filter(({ ours, far }) => ours || far <= nearestOfOurs);
  return firstFew(
    kept.sort((one, other) => one.far - other.far).map(({ choice }) => choice),
    'label',
  );
};

/** At most three municipalities with a postal code near to one that does not exist, the nearest first. */
export const nearestPostalCodes = (code: string): LocalityChoice[] => {
  const far = (known: string) => Math.abs(Number(known) - Number(code));
  const codes = [...municipalitiesByPostalCode.keys()].filter((known) => far(known) < 100);
  const near = codes.sort((one, other) => far(one) - far(other)).flatMap(localitiesWithPostalCode);
  return firstFew(
    near.map(({ choice }) => choice),
    'nis',
  );
};
