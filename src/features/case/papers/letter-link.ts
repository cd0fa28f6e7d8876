import type { ViewContext } from '../../../contracts/action.js';
import { letterLanguages, type LetterLanguage } from '../../../domain/letter-language.js';
import type { ReferralId } from '../../../domain/ids.js';

export const letterPath = '/brief';

/** So long the address of a letter opens it: a day, in which it is printed or sent. */
const hours = 24;

/** Until when a link that is made now opens its letter. */
export const letterUntil = (now: Date): Date => new Date(now.getTime() + hours * 3_600_000);

/** The address of a letter about one referral. The letter is drawn when it is opened: it is stored nowhere. */
export const letterLink = (
  referral: ReferralId,
  letter: LetterLanguage,
  { links, language, now }: Pick<ViewContext, 'links' | 'language' | 'now'>,
): string =>
  `${links.pass(letterPath, { referral, letter, until: letterUntil(now).toISOString() })}${language === 'nl' ? '' : `?taal=${language}`}`;

/** Which letter an address opens; null when it is none of ours, or its day has passed. */
export function letterOf(
  says: Readonly<Record<string, string>> | null,
  now: Date,
): { readonly referralId: ReferralId; readonly letter: LetterLanguage } | null {
  const letter = letterLanguages.find((one) => one === says?.['letter']);
  const isOpen = new Date(says?.['until'] ?? 0) > now;
  return letter === undefined || !isOpen ? null : { referralId: says?.['referral'] as ReferralId, letter };
}
