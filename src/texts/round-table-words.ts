import type { Organisation, Person } from '../domain/organisation.js';
import type { Language } from '../domain/language.js';
import type { Invitee, Venue } from '../domain/round-table/appointment.js';
import type { Organiser } from '../domain/round-table/round-table.js';
import { texts } from './index.js';
import { plain } from './plain.js';

/** Whose names the words of a round table hold: workers and organisations. */
export interface TableParties {
  readonly clb: Organisation | null;
  readonly provider: Organisation | null;
  readonly referrer: Person | null;
  readonly contactedBy: Person | null;
}

/** The organisation that organises. */
export const organiserName = (organiser: Organiser, { clb, provider }: TableParties): string =>
  (organiser === 'clb' ? clb?.name : provider?.name) ?? 'CLB';

/** `2026-0042 · met NAFT · CLB Voorbeeld organiseert`: which one it is, with whom, and who calls people together. */
export const tableLine = (organiser: Organiser, reference: string, parties: TableParties, language: Language): string =>
  texts(language)(organiser === 'provider' ? 'round-table.words.line-self' : 'round-table.words.line', {
    reference,
    provider: parties.provider?.name ?? '',
    organiser: organiserName(organiser, parties),
  });

/** `op school`, `bij NAFT`: a code told in words. */
export const venueWord = (venue: Venue, { provider }: TableParties, language: Language): string =>
  texts(language)(`round-table.venue.${venue}`, { provider: provider?.name ?? '' });

/** `An Peeters, CLB`; `leerling en ouders (u belt zelf)` where a worker invites. */
export function inviteeWord(invitee: Invitee, parties: TableParties, language: Language): string {
  const who = { clb: parties.referrer, provider: parties.contactedBy, school: null, family: null, other: null }[
    invitee
  ];
  const of = invitee === 'clb' ? parties.clb : invitee === 'provider' ? parties.provider : null;
  return texts(language)(`round-table.invitee.${invitee}`, { who: who?.name ?? 'none', of: of?.name ?? '' });
}

/** `CLB, NAFT, school, leerling en ouders`: who is invited, as a card tells it. */
export const invitedLine = (invited: readonly Invitee[], parties: TableParties, language: Language): string =>
  invited
    .map((one) => texts(language)(`round-table.invited.${one}`, { provider: plain(parties.provider?.name ?? '') }))
    .join(', ');
