import type { OfferedFilter } from '../../../contracts/offered-services.js';
import type { Language } from '../../../domain/language.js';
import { regionPaths } from '../../../lib/region/region-paths.js';

/** The address of the page that shows this: `/aanbod/vlaams-brabant-oost?leeftijd=14&vorm=bso`. */
export function cataloguePath({ region, age, form }: OfferedFilter, language: Language): string {
  const query = new URLSearchParams({
    ...(age === undefined ? {} : { leeftijd: String(age) }),
    ...(form === undefined ? {} : { vorm: form }),
    ...(language === 'nl' ? {} : { taal: language }),
  }).toString();
  return `/aanbod${region === undefined ? '' : `/${regionPaths[region]}`}${query === '' ? '' : `?${query}`}`;
}
