import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';

/** Longer addresses are cut by some mail programs: then the text is pasted. */
const longest = 1900;

/** Also what a link in a text block could take for its end. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[()'*!~]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);

/** A link that opens a mail with the text in it, for the one person who reads it; too long, without the text. */
export function mailWith(reference: string, text: string, language: Language): string {
  const say = texts(language);
  const subject = encoded(say('school.mail.subject', { reference }));
  const whole = `mailto:?subject=${subject}&body=${encoded(text)}`;
  return whole.length <= longest
    ? say('school.mail.open', { link: whole })
    : say('school.mail.open-empty', { link: `mailto:?subject=${subject}` });
}
