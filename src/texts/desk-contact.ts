import type { Language } from '../domain/language.js';
import type { Reached } from '../domain/organisation.js';
import { texts } from './index.js';
import { plain } from './plain.js';

/** 'Meldpunt Vlaams-Brabant, 016 00 00 00, meldpunt@voorbeeld.be', or the Meldpunt when there is no desk yet. */
export function deskReached(desk: Reached | null, language: Language): string {
  const known = [desk?.name, desk?.phone, desk?.email].flatMap((part) => (part ? [plain(part)] : []));
  return known.length === 0 ? texts(language)('start.explanation.desk') : known.join(', ');
}

/** Whom to ask, and what anybody may do, for who is in no linked team or stands in a channel that is not linked. */
export const waysOn = (desk: Reached | null, language: Language): string =>
  texts(language)('start.refusal.ways-on', { desk: deskReached(desk, language) });
