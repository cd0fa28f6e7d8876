import type { Language } from '../../domain/language.js';
import type { Organisation } from '../../domain/organisation.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { numberInText } from '../../texts/ways.js';

/** What stands on the cards when somebody gives no number: the organisation's, or that none is known. */
export function withoutNumber(organisation: Organisation | null, language: Language): string {
  const t = texts(language);
  if (organisation === null || organisation.phone === null) return t('worker.without-number.none');
  return t('worker.without-number.general', {
    name: plain(organisation.name),
    phone: numberInText(organisation.phone),
  });
}
