import type { Organisation, Person } from '../../../domain/organisation.js';
import { plain } from '../../../texts/plain.js';

/** Somebody behind a case whom the reader can reach: a worker, never a pupil. */
export interface Contact {
  /** `**An Voorbeeld** · CLB Voorbeeld, team Leuven` */
  readonly name: string;
  /** Telephone and mail as links; null when neither is known. */
  readonly ways: string | null;
}

/** A worker and the organisation he or she works for; null when neither is known. */
export function contactOf(person: Person | null, organisation: Organisation | null): Contact | null {
  if (person === null && organisation === null) return null;
  const names = [
    ...(person === null ? [] : [`**${plain(person.name)}**`]),
    ...(organisation === null ? [] : [person === null ? `**${plain(organisation.name)}**` : plain(organisation.name)]),
  ];
  return { name: names.join(' · '), ways: waysTo(organisation) };
}

/** `[016 00 00 01](tel:016000001) · [an@clb.example](mailto:an@clb.example)` */
function waysTo(organisation: Organisation | null): string | null {
  const { phone, email } = organisation ?? { phone: null, email: null };
  const ways = [
    ...(phone === null ? [] : [`[${unbroken(plain(phone))}](tel:${phone.replace(/[^\d+]/g, '')})`]),
    ...(email === null ? [] : [`[${plain(email)}](mailto:${encodeURI(email)})`]),
  ];
  return ways.length === 0 ? null : ways.join(' · ');
}

/** A number stays on one line. */
const unbroken = (phone: string): string => phone.replaceAll(' ', '\u00A0');
