import { addressText } from '../../../domain/helpline/address-text.js';
import type { Address, HelpLineStatus } from '../../../domain/helpline/help-line.js';
import { weekText, type WeekHours } from '../../../domain/helpline/hours-text.js';
import type { HelpLineKind } from '../../../domain/helpline/kinds.js';
import type { LineKey } from '../../../domain/hsds/index.js';
import type { Language } from '../../../domain/language.js';
import { municipalityOfNis } from '../../../lib/region/municipalities.js';
import type { Region } from '../../../lib/region/regions.js';
import { textAt, texts } from '../../../texts/index.js';

/** The name of a field of a help line. */
export const fieldWord = (key: LineKey, language: Language): string =>
  key === 'assuredOn'
    ? texts(language)('line-import.review.assuredOn')
    : texts(language)(`helplines.history-fields.${key}`);

const listed = (values: readonly string[], word: (value: string) => string): string => values.map(word).join(', ');

/** The value of a field as people read it; null when there is nothing. `nameOf` tells the name of an organisation. */
export function valueWords(
  key: LineKey,
  value: unknown,
  language: Language,
  nameOf: (organisationId: string) => string,
): string | null {
  if (value === null || value === undefined) return null;
  const say = texts(language);
  switch (key) {
    case 'organisationId':
      return nameOf(String(value));
    case 'kind':
      return say(`helplines.kinds.${value as HelpLineKind}.name`);
    case 'status':
      return say(`helplines.status.${value as HelpLineStatus}`);
    case 'address':
      return addressText(value as Address) || null;
    case 'weeklyHours':
      return weekText(value as WeekHours, language) || null;
    case 'regions':
      return (
        listed(value as Region[], (region) => textAt(language, `common.common.region.${region}`) ?? region) || null
      );
    case 'municipalities':
      return listed(value as string[], (nis) => municipalityOfNis(nis)?.name ?? nis) || null;
    case 'languages':
      return listed(value as string[], (code) => textAt(language, `helplines.languages.${code}`) ?? code) || null;
    default:
      return String(value);
  }
}
