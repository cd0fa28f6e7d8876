import { findPattern, type Finding } from './finding.js';

/** '@', and what people write to fool machines: '[at]', '(apenstaartje)', ' at '. */
const at = '(?:@| ?[\\[({<](?:at|apenstaart(?:je)?|@)[\\])}>] ?| (?:at|apenstaart(?:je)?) )';
const stop = '(?:\\.| ?[\\[({<](?:punt|dot|\\.)[\\])}>] ?| (?:punt|dot) )';
/** Each part as long as an address allows, so that a long text without one is read once. */
const address = new RegExp(
  `[\\p{L}\\d._%+'-]{0,63}[\\p{L}\\d_%+-]${at}[\\p{L}\\d-]{1,63}(?:${stop}[\\p{L}\\d-]{1,63}){1,4}`,
  'giu',
);

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** E-mail addresses, also with '(at)', and those of the case. Takes the text and the known addresses. Never throws. */
export const findEmails = (text: string, known: readonly string[] = []): Finding[] =>
  [address, ...known.filter((email) => email.trim()).map((email) => new RegExp(escaped(email.trim()), 'gi'))].flatMap(
    (pattern) => findPattern('email', text, pattern),
  );
