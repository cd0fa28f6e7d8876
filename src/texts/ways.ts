import { asUri } from '../lib/hsds/formats.js';
import { plain } from './plain.js';

/** A telephone number in a sentence: it stays on one line. */
export const numberInText = (phone: string): string => plain(phone).replaceAll(' ', '\u00A0');

/** A telephone number that can be pressed. */
export const phoneLink = (phone: string): string => `[${numberInText(phone)}](tel:${phone.replace(/[^\d+]/g, '')})`;

/** A mail address that can be pressed. */
export const mailLink = (email: string): string => `[${plain(email)}](mailto:${encodeURI(email)})`;

/** A website that can be opened, shown without what everybody knows; only to the web, whatever was typed. */
export function siteLink(website: string): string {
  const shown = plain(website.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''));
  const address = asUri(website);
  return address !== null && /^https?:/i.test(address)
    ? `[${shown}](${address.replace(/[()]/g, encodeURIComponent)})`
    : shown;
}
