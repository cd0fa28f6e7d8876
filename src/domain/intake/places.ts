import { findMunicipality, type Nis, type PlaceChoice, type Province } from '../region/index.js';
import { keyOf } from '../region/place-name.js';

/** A place as it was recognised; `nis` is null outside the province. */
export interface FoundPlace {
  readonly name: string;
  readonly nis: Nis | null;
  /** Null in the province, and when only 'outside' was said. */
  readonly province: Province | null;
}

/** A text as it was read: nothing typed, a place, or what to choose from. */
export type PlaceReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'place'; readonly place: FoundPlace }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly choices: readonly PlaceChoice[] };

/** Ways to say 'somewhere else' without naming the place, in both languages. */
const elsewhere = ['buiten Vlaams-Brabant', 'outside Vlaams-Brabant', 'buitenland', 'abroad', 'outside'].map(keyOf);

/** What was typed for a place: a municipality, postal code, sub-locality or old name (R7). */
export function readPlaceText(typedText: string): PlaceReading {
  const text = typedText.trim();
  if (text === '') return { kind: 'empty' };
  const found = findMunicipality(elsewhere.includes(keyOf(text)) ? 'outside' : text);
  switch (found.kind) {
    case 'found':
      return { kind: 'place', place: { name: found.municipality.name, nis: found.municipality.nis, province: null } };
    case 'outside':
      return { kind: 'place', place: { name: found.place || text, nis: null, province: found.province } };
    case 'ambiguous':
      return { kind: 'ambiguous', choices: found.choices };
    case 'unknown':
      return { kind: 'unknown', choices: found.nearest };
  }
}

/** What is wrong with a place that was typed; null when it is known, or empty. */
export function placeFault(text: string): string | null {
  const reading = readPlaceText(text);
  if (reading.kind === 'empty' || reading.kind === 'place') return null;
  if (reading.kind === 'ambiguous') return 'place-ambiguous';
  return reading.choices.length > 0 ? 'place-unknown' : 'place-unknown-bare';
}
