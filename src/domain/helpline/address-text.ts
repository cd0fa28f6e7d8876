import type { Address } from './help-line.js';

export type AddressAnswer =
  | { readonly ok: true; readonly address: Address | null }
  | { readonly ok: false; readonly fault: 'postal-code-missing' };

const withCode = /^(?:(.*?)[\s,;–-]+)?(?:B-?)?([1-9]\d{3})\s+(\p{L}.*)$/isu;

/**
 * Reads an address on one line: 'Naamsestraat 1, 3000 Leuven'. Empty is none. A postal code and a municipality belong to
 * it, or people cannot find it: without them `postal-code-missing`. {@link addressText} writes it back.
 */
export function readAddress(text: string): AddressAnswer {
  const typed = text.replace(/\s+/g, ' ').trim();
  if (typed === '') return { ok: true, address: null };
  const [, street, postalCode, city] = withCode.exec(typed) ?? [];
  if (postalCode === undefined || city === undefined) return { ok: false, fault: 'postal-code-missing' };
  return { ok: true, address: { street: street?.trim() || null, postalCode, city: city.trim() } };
}

/** 'Naamsestraat 1, 3000 Leuven'; what is not known is left out. */
export const addressText = ({ street, postalCode, city }: Address): string =>
  [street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
