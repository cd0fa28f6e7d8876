import { findPattern, type Finding } from './finding.js';

const at = '(?:@| ?[\\[(](?:at|apenstaartje|@)[\\])] ?)';
const address = new RegExp(`[\\p{L}\\d._%+'-]*[\\p{L}\\d_%+-]${at}[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+`, 'giu');

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** E-mail addresses, also with '(at)', and those of the case. Takes the text and the known addresses. Never throws. */
export const findEmails = (text: string, known: readonly string[] = []): Finding[] =>
  [address, ...known.filter((email) => email.trim()).map((email) => new RegExp(escaped(email.trim()), 'gi'))].flatMap(
    (pattern) => findPattern('email', text, pattern),
  );
