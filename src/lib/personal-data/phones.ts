import { findPattern, type Finding } from './finding.js';
import { numberWordRuns } from './number-words.js';

/** What people put between the digits of a number. No comma: that is an amount. */
const gap = '[ \\u00A0\\t./\\-–·()]{0,3}';
const digits = (count: string): string => `(?:${gap}\\d){${count}}`;

/** After the zero or the country code. The digits of an area code stand together, so that a date is not one. */
const mobile = `4[5-9]\\d${digits('6')}`;
const fixed = `(?:[2349]${gap}[1-9]${digits('6')}|(?:1[0-69]|5\\d|6\\d|7[01]|8\\d)${digits('6')})`;
const special = `(?:70|78|800|90\\d)${digits('5,6')}`;

/** Not in the middle of a longer number or reference. */
const start = '(?<!\\d|\\d[-/.,])';
const noDate = '(?!\\d{1,2}[./ -]\\d{1,2}[./ -](?:19|20)\\d\\d(?!\\d))';
const noHours = '(?!\\d\\d[.:]\\d\\d *[-–] *\\d\\d[.:]\\d\\d)';

const patterns = [
  `${start}\\(?(?:\\+|00)${gap}32${gap}(?:\\(?0\\)?)?${gap}(?:${mobile}|${fixed})(?!\\d)`,
  `${start}${noDate}${noHours}0(?:${mobile}|${fixed}|${special})(?!\\d)`,
  `${start}\\(0[1-9]\\d{0,2}\\)${gap}\\d${digits('5,6')}(?!\\d)`,
  // In pairs: '04 77 12 34 56'.
  `${start}04[ ./-][5-9]\\d(?:[ ./-]\\d\\d){3}(?!\\d)`,
  // Without its zero only when it is grouped as a mobile number.
  `${start}4[5-9]\\d[ ./]\\d\\d[ .]\\d\\d[ .]\\d\\d(?!\\d|[.,]\\d)`,
  // From abroad.
  `${start}\\+[1-9]\\d{0,2}${digits('7,12')}(?!\\d)`,
].map((pattern) => new RegExp(pattern, 'g'));

/** The digits after zero or country code: what a known number is recognised by. */
const significant = (phone: string): string => phone.replace(/\D/g, '').replace(/^(?:0032|00|32(?=\d{8})|0)0?/, '');

const knownPattern = (phone: string): RegExp | undefined => {
  const kept = significant(phone);
  return kept.length < 6
    ? undefined
    : new RegExp(`(?<!\\d)(?:(?:\\+|00?)\\d{0,3}${gap})?${kept.split('').join(gap)}(?!\\d)`, 'g');
};

/** A number said in words: 'nul vier zeven nul twaalf …'. From a zero on, at least eight digits. */
const findSpelled = (text: string): Finding[] =>
  numberWordRuns(text)
    .filter(({ startsWithZero, digitCount }) => startsWithZero && digitCount >= 8)
    .map(({ at, length }) => ({ kind: 'phone', at, length }));

/**
 * Phone numbers in all usual Belgian spellings, written out in words, from abroad with a plus, and those of the case in any
 * spelling. Takes the text and the known numbers; may give overlapping findings. Never throws.
 */
export const findPhones = (text: string, known: readonly string[] = []): Finding[] => {
  const knownPatterns = known.map(knownPattern).filter((pattern) => pattern !== undefined);
  return [
    ...[...knownPatterns, ...patterns].flatMap((pattern) => findPattern('phone', text, pattern)),
    ...findSpelled(text),
  ];
};
