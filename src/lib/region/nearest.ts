import {
  municipalitiesByPostalCode,
  localities,
  localitiesWithPostalCode,
  type Locality,
  type LocalityChoice,
} from './gazetteer.js';
import { slipsBetween } from './locality-name.js';

const most = 3;
const longestName = 40;

const slipsAllowed = (key: string): number => (key.length <= 4 ? 1 : key.length <= 8 ? 2 : 3);

/** Lower is nearer; undefined: not near. A name typed in part comes after one typed with slips. */
const distance = (key: string, locality: Locality): number | undefined => {
  if (key.length < 2 || key.length > longestName) return undefined;
  const slips = slipsBetween(key, locality.key);
  if (slips <= slipsAllowed(key)) return slips;
  if (key.length >= 3 && locality.key.startsWith(key)) return 10;
  if (key.length >= 4 && locality.key.endsWith(key)) return 11;
  return undefined;
};

const firstFew = (choices: readonly LocalityChoice[], sameAs: 'label' | 'nis'): LocalityChoice[] =>
  choices.filter((choice, at) => choices.findIndex((other) => other[sameAs] === choice[sameAs]) === at).slice(0, most);

/** At most three localities whose name is near to what was typed, the nearest first. */
export const nearestNames = (key: string): LocalityChoice[] => {
  const near = localities.flatMap((locality) => {
    const far = distance(key, locality);
    return far === undefined ? [] : [{ far, choice: locality.choice }];
  });
  return firstFew(
    near.sort((one, other) => one.far - other.far).map(({ choice }) => choice),
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
