import { foldedWords } from '../folded-words.js';
import type { HelpLine } from './help-line.js';

const folded = (text: string): string => foldedWords(text).join(' ');

/** '+32 (0)16 12 34 56' and '016/12.34.56' are one number. */
export const phoneDigits = (phone: string): string =>
  phone
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)32/, '0')
    .replace(/\D/g, '');

type Told = Pick<HelpLine, 'name' | 'phone' | 'regions'>;

/** Whether two help lines are probably one: the same name or phone number, in a region they share. */
export const isSameLine = (one: Told, other: Told): boolean =>
  one.regions.some((region) => other.regions.includes(region)) &&
  (folded(one.name) === folded(other.name) ||
    (one.phone !== null && other.phone !== null && phoneDigits(one.phone) === phoneDigits(other.phone)));

/** Whether two names are the same but for capitals, accents and signs. */
export const isSameName = (one: string, other: string): boolean => folded(one) === folded(other);
