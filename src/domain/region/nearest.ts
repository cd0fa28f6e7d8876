import { municipalitiesByPostalCode, places, placesWithPostalCode, type Place, type PlaceChoice } from './gazetteer.js';
import { slipsBetween } from './place-name.js';

const most = 3;
const longestName = 40;

const slipsAllowed = (key: string): number => (key.length <= 4 ? 1 : key.length <= 8 ? 2 : 3);

/** Lower is nearer; undefined: not near. A name typed in part comes after one typed with slips. */
const distance = (key: string, place: Place): number | undefined => {
  if (key.length < 2 || key.length > longestName) return undefined;
  const slips = slipsBetween(key, place.key);
  if (slips <= slipsAllowed(key)) return slips;
  if (key.length >= 3 && place.key.startsWith(key)) return 10;
  if (key.length >= 4 && place.key.endsWith(key)) return 11;
  return undefined;
};

const firstFew = (choices: readonly PlaceChoice[], sameAs: 'label' | 'nis'): PlaceChoice[] =>
  choices.filter((choice, at) => choices.findIndex((other) => other[sameAs] === choice[sameAs]) === at).slice(0, most);

/** At most three places whose name is near to what was typed, the nearest first. */
export const nearestNames = (key: string): PlaceChoice[] => {
  const near = places.flatMap((place) => {
    const far = distance(key, place);
    return far === undefined ? [] : [{ far, choice: place.choice }];
  });
  return firstFew(
    near.sort((one, other) => one.far - other.far).map(({ choice }) => choice),
    'label',
  );
};

/** At most three municipalities with a postal code near to one that does not exist, the nearest first. */
export const nearestPostalCodes = (code: string): PlaceChoice[] => {
  const far = (known: string) => Math.abs(Number(known) - Number(code));
  const codes = [...municipalitiesByPostalCode.keys()].filter((known) => far(known) < 100);
  const near = codes.sort((one, other) => far(one) - far(other)).flatMap(placesWithPostalCode);
  return firstFew(
    near.map(({ choice }) => choice),
    'nis',
  );
};
