import { asUri } from '../hsds/formats.js';
import { html, type Html } from './html.js';

/** How a website is shown: without what everybody knows. */
export const siteText = (website: string): string => website.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

/** A number to call: a plus and digits. */
const dialled = (phone: string): string => phone.replace(/\(0\)/g, '').replace(/(?!^\+)\D/g, '');

export const phoneLink = (phone: string): Html => html`<a href="tel:${dialled(phone.trim())}">${phone}</a>`;
export const mailLink = (email: string): Html => html`<a href="mailto:${encodeURI(email)}">${email}</a>`;

/** A link to a website; only to the web, whatever was typed. */
export function siteLink(website: string): Html {
  const address = asUri(website);
  const safe = address !== null && /^https?:/i.test(address);
  return safe ? html`<a href="${address}" rel="noopener">${siteText(website)}</a>` : html`${website}`;
}
