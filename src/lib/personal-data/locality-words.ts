import { localitiesNamed } from '../region/gazetteer.js';
import { localityElsewhere } from '../region/outside.js';

/** Whether a name (compared without case, accents and hyphens) is a municipality, sub-locality or town we know. */
export const isLocality = (plain: string): boolean => {
  const key = plain.replace(/[^\p{L}]/gu, '');
  return localitiesNamed(key).length > 0 || localityElsewhere(key) !== undefined;
};
