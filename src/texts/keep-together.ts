/** What belongs together on one line: days, hours, ages, durations, numbers with their word. */
const pairs = [
  /\b(zo|ma|di|wo|do|vr|za) (\d{1,2}\b)/g,
  /\b(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (\d{1,2}\b)/g,
  /\b(\d{1,2}) (jan\.|feb\.|mrt\.|apr\.|mei|juni|juli|aug\.|sep\.|okt\.|nov\.|dec\.)/g,
  /\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)\b/g,
  /\b(jan\.|feb\.|mrt\.|apr\.|mei|juni|juli|aug\.|sep\.|okt\.|nov\.|dec\.) (\d{4}\b)/g,
  /\b(Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec) (\d{4}\b)/g,
  /(\d) (u\.|×|jaar|dag(?:en)?|we(?:ek|ken)|days?|weeks?|%)/g,
  /(±) (\d)/g,
];

/** A sign stays with its word. */
const symbol = /([●◔◌◐○✓✕▲◆✎➤]) (\p{L})/gu;

/** A separator stays behind what it follows, so that no line begins with it. */
const separator = / · /g;

/** A telephone number as people here write it. */
const phone = /\b0\d{1,3}(?: \d{2,3}){2,3}\b/g;

/** A range of numbers: a line may break after its dash, which a word joiner forbids. */
const range = /(\d)–(?=\d)/g;

/** A text that stays on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0');

/**
 * A text of a card in which a line never breaks in the middle of a date, an hour, an age, a range or a duration: no-break
 * spaces where ordinary ones stood, a word joiner after the dash of a range. Not in the number of a referral, which people search and
 * copy. For what is drawn only; what is compared or stored keeps its spaces.
 */
export const keepTogether = (text: string): string =>
  (/\d/.test(text) ? numbersTogether(text) : text).replace(symbol, '$1\u00A0$2').replace(separator, '\u00A0· ');

/** Most texts of a card hold no number: they need not be looked through for days and hours. */
const numbersTogether = (text: string): string =>
  pairs
    .reduce((kept, pair) => kept.replace(pair, '$1\u00A0$2'), text.replace(phone, unbroken))
    .replace(range, '$1–\u2060');
