import type { Side } from '../../../domain/case/referral.js';
import type { Language } from '../../../domain/language.js';
import type { Organisation } from '../../../domain/organisation.js';
import type { Worker } from '../../../domain/worker.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { mailLink, phoneLink } from '../../../texts/ways.js';

/** Somebody behind a case whom the reader can reach: a worker, never a pupil. */
export interface Contact {
  /** `**An Voorbeeld** · CLB Voorbeeld, team Leuven` */
  readonly name: string;
  /** Telephone and mail as links; that there is no number when nothing is known of either. */
  readonly ways: string;
}

/**
 * A worker and the organisation he or she works for; null when neither is known. `withoutNumber` is said where there is no
 * number to call.
 */
export function contactOf(
  worker: Worker | null,
  organisation: Organisation | null,
  language: Language,
  withoutNumber: string | null = worker === null ? null : texts(language)('case.card.number-unknown'),
): Contact | null {
  if (worker === null && organisation === null) return null;
  const names = [
    ...(worker === null ? [] : [`**${plain(worker.name)}**`]),
    ...(organisation === null ? [] : [worker === null ? `**${plain(organisation.name)}**` : plain(organisation.name)]),
  ];
  return { name: names.join(' · '), ways: waysTo(worker, organisation, language, withoutNumber) };
}

/** The same for the desk, which is to call: where no number is known, it says where to fill one in. */
export const contactForDesk = (
  worker: Worker | null,
  organisation: Organisation | null,
  language: Language,
): Contact | null => contactOf(worker, organisation, language, texts(language)('case.card.no-phone'));

/** Who can be reached on both sides of a case. */
export function bothSides(
  {
    referrer,
    clb,
    contactedBy,
    provider,
  }: Readonly<Record<'referrer' | 'contactedBy', Worker | null> & Record<'clb' | 'provider', Organisation | null>>,
  reader: Side,
  language: Language,
): Contact[] {
  const contact: typeof contactForDesk = reader === 'desk' ? contactForDesk : contactOf;
  return [contact(referrer, clb, language), contact(contactedBy, provider, language)].filter((one) => one !== null);
}

/** `[016 00 00 01](tel:016000001) · [an@clb.example](mailto:an@clb.example)` */
function waysTo(
  worker: Worker | null,
  organisation: Organisation | null,
  language: Language,
  withoutNumber: string | null,
): string {
  const email = worker?.email ?? organisation?.email ?? null;
  const ways = [phoneOf(worker, organisation, language) ?? withoutNumber, ...(email === null ? [] : [mailLink(email)])];
  const known = ways.filter((one) => one !== null);
  return known.length === 0 ? texts(language)('case.card.number-unknown') : known.join(' · ');
}

/** Somebody's own number; else the organisation's, which is said. */
function phoneOf(worker: Worker | null, organisation: Organisation | null, language: Language): string | null {
  const general = organisation?.phone ?? null;
  if (worker?.phone) return phoneLink(worker.phone);
  if (general === null || worker === null) return general === null ? null : phoneLink(general);
  return texts(language)('case.card.general-number', { phone: phoneLink(general) });
}
