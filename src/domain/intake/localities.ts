import { findMunicipality, type Nis, type LocalityChoice, type Province } from '../../lib/region/index.js';
import { keyOf } from '../../lib/region/locality-name.js';

/** A locality as it was recognised; `nis` is null outside the province. */
export interface FoundLocality {
  readonly name: string;
  readonly nis: Nis | null;
  /** Null in the province, and when only 'outside' was said. */
  readonly province: Province | null;
}

/** A text as it was read: nothing typed, a locality, or what to choose from. */
export type LocalityReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'locality'; readonly locality: FoundLocality }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly choices: readonly LocalityChoice[] };

/** Ways to say 'somewhere else' without naming the locality, in both languages. */
const elsewhere = ['buiten Vlaams-Brabant', 'outside Vlaams-Brabant', 'buitenland', 'abroad', 'outside'].map(keyOf);

/** What was typed for a locality: a municipality, postal code, sub-locality or old name (R7). */
export function readLocalityText(typedText: string): LocalityReading {
  const text = typedText.trim();
  if (text === '') return { kind: 'empty' };
  const found = findMunicipality(elsewhere.includes(keyOf(text)) ? 'outside' : text);
  switch (found.kind) {
    case 'found':
      return {
        kind: 'locality',
        locality: { name: found.municipality.name, nis: found.municipality.nis, province: null },
      };
    case 'outside':
      return { kind: 'locality', locality: { name: found.locality || text, nis: null, province: found.province } };
    case 'ambiguous':
      return { kind: 'ambiguous', choices: found.choices };
    case 'unknown':
      return { kind: 'unknown', choices: found.nearest };
  }
}

/** What is wrong with a locality that was typed; null when it is known, or empty. */
export function localityFault(text: string): string | null {
  const reading = readLocalityText(text);
  if (reading.kind === 'empty' || reading.kind === 'locality') return null;
  if (reading.kind === 'ambiguous') return 'locality-ambiguous';
  return reading.choices.length > 0 ? 'locality-unknown' : 'locality-unknown-bare';
}
