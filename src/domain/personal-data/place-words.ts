import { placesNamed } from '../region/gazetteer.js';
import { placeElsewhere } from '../region/outside.js';

/** Whether a name (compared without case, accents and hyphens) is a municipality, sub-locality or town we know. */
export const isPlace = (plain: string): boolean => {
  const key = plain.replace(/[^\p{L}]/gu, '');
  return placesNamed(key).length > 0 || placeElsewhere(key) !== undefined;
};
