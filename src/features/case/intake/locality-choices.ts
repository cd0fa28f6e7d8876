import type { Typed } from '../../../domain/draft.js';
import { localitiesAsked, readLocality } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';
import type { Choice } from './questions-shown.js';

/** What may be meant at each locality that was not understood at once; null when there is nothing to ask. */
export function localityChoices(typed: Typed, language: Language): Record<string, readonly Choice[] | null> {
  const elsewhere = texts(language)('intake.first-part.elsewhere');
  return Object.fromEntries(
    localitiesAsked(typed).map((field) => {
      const reading = readLocality(typed, field);
      if (reading.kind !== 'ambiguous' && reading.kind !== 'unknown') return [field, null];
      const labels = [...reading.choices.map(({ label }) => label), elsewhere];
      return [field, labels.map((label) => ({ title: label, value: label }))];
    }),
  );
}
