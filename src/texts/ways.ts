import { plain } from './plain.js';

/** A telephone number that can be pressed; it stays on one line. */
export const phoneLink = (phone: string): string =>
  `[${plain(phone).replaceAll(' ', '\u00A0')}](tel:${phone.replace(/[^\d+]/g, '')})`;

/** A mail address that can be pressed. */
export const mailLink = (email: string): string => `[${plain(email)}](mailto:${encodeURI(email)})`;
