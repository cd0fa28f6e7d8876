import { isCalendarDay } from '../dates/index.js';

const uuid = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const email = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`, 'i');
const uri = /^[a-z][a-z0-9+.-]*:(?:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:z|[+-]\d{2}(?::?\d{2})?)?$/i;
const zoned = /(?:z|[+-]\d{2}(?::?\d{2})?)$/i;

/** A uuid of any version, as JSON Schema takes it. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** How we write and compare a uuid, whatever capitals it came with. */
export const plainUuid = (text: string): string => text.toLowerCase().replace(/^urn:uuid:/, '');

/** An e-mail address as JSON Schema takes it. */
export const isEmail = (text: string): boolean => text.length <= 254 && email.test(text);

/** Addresses that lead somewhere or name something; none that runs in a browser, as 'javascript:' does. */
const schemes = /^(?:https?|ftp|mailto|tel|urn|doi|info):/i;
const longestUri = 2048;

/** A whole address on the web, with its scheme, in plain letters. */
export const isUri = (text: string): boolean =>
  text.length <= longestUri && uri.test(text) && schemes.test(text) && !/^https?:(?!\/\/[^/?#\s])/i.test(text);

/** A day, or a moment of which the day counts. */
export const isDay = (text: string): boolean =>
  isCalendarDay(text.slice(0, 10)) && (text.length === 10 || /^[T ]/i.test(text.slice(10)));

/** A time of day: `09:00`, `09:00:00`, with or without zone. */
export const isTime = (text: string): boolean => time.test(text) || /^24:00(?::00)?/.test(text);

/** A moment with its zone: `2026-11-16T09:00:00.000Z`. */
export const isMoment = (text: string): boolean =>
  isCalendarDay(text.slice(0, 10)) &&
  /^[T ]/i.test(text.slice(10)) &&
  isTime(text.slice(11)) &&
  zoned.test(text.slice(11)) &&
  /^\d{2}:\d{2}:\d{2}/.test(text.slice(11));

/** The address as a whole one: with a scheme, other letters spelled out; null when it cannot be one. */
export function asUri(text: string): string | null {
  const typed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  const spelled = whole.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (sign) =>
    /\p{Surrogate}/u.test(sign) ? '' : encodeURIComponent(sign),
  );
  return isUri(spelled) ? spelled : null;
}
