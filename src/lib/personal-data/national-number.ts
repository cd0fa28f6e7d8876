import type { Finding } from './finding.js';

/** What stands between the groups: year month day - serial . check. */
const small = '[ \\u00A0./\\-–]{0,2}';
const wide = '[ \\u00A0./\\-–]{0,3}';
/** Looks ahead, so that a number is also found where another one could have begun before it. After a plus it is a phone number. */
const candidate = new RegExp(
  `(?<![\\d+])(?=((\\d{2})${small}(\\d{2})${small}(\\d{2})${wide}(\\d{3})${small}(\\d{2}))(?!\\d))`,
  'g',
);
const official = /^\d\d\.\d\d\.\d\d ?[-–] ?\d{3}\.\d\d$/;

/** Whether eleven digits end in the right check digits, for a birth before 2000 or (with a 2 in front) after. */
export const holdsModulus97 = (elevenDigits: string): boolean => {
  const [body, check] = [elevenDigits.slice(0, 9), Number(elevenDigits.slice(9))];
  return [body, `2${body}`].some((digits) => 97 - (Number(digits) % 97) === check);
};

/** A month, also raised by 20 or 40 as in the numbers of people who are not in the register; both may be unknown (00). */
const canBeDay = (month: number, day: number): boolean => month % 20 <= 12 && month < 60 && day <= 31;

/**
 * Belgian national register numbers, with or without punctuation. The check digits must hold; written in the official way
 * (11.03.14-124.28) it is found even with a slip in it, because nothing else looks like that. Never throws.
 */
export const findNationalNumbers = (text: string): Finding[] =>
  [...text.matchAll(candidate)].flatMap((match) => {
    const [, whole = '', year = '', month = '', day = '', serial = '', check = ''] = match;
    const sure = holdsModulus97(year + month + day + serial + check) || official.test(whole);
    if (!sure || !canBeDay(Number(month), Number(day))) return [];
    return [{ kind: 'national-number', at: match.index, length: whole.length }];
  });
