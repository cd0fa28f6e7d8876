import { plain } from './plain.js';

/** A telephone number in a sentence: it stays on one line. */
export const numberInText = (phone: string): string => plain(phone).replaceAll(' ', '\u00A0');

/** A telephone number that can be pressed. */
export const phoneLink = (phone: string): string => `[${numberInText(phone)}](tel:${phone.replace(/[^\d+]/g, '')})`;

/** A mail address that can be pressed. */
export const mailLink = (email: string): string => `[${plain(email)}](mailto:${encodeURI(email)})`;
