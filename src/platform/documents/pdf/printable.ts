import anyAscii from 'any-ascii';

/** What the standard fonts of PDF do not have, in signs that they do have. */
const replaced: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '≈': '±',
  '−': '–',
  '‐': '-',
  '‑': '-',
  '―': '—',
  '→': '->',
  '←': '<-',
  '′': '’',
  '″': '”',
  '●': '•',
  '▪': '•',
  '✓': 'x',
  '✔': 'x',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ĳ: 'ij',
  Ĳ: 'IJ',
};

/** WinAnsi (Windows-1252): Latin 1 and these. */
const beyondLatin1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const isWinAnsi = (sign: string): boolean =>
  /^[\n\x20-\x7e\xa0-\xac\xae-\xff]$/.test(sign) || beyondLatin1.includes(sign);

/** The signs as they are compared with what a font has: one sign for a letter and its accent, breaks of a line as one. */
const composed = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ');

/** Whether the standard fonts have all that is said: nothing but spaces, dashes, ticks and pictures would be replaced. */
export const isStandard = (text: string): boolean =>
  [...composed(text)].every((sign) => isWinAnsi(sign) || !/[\p{L}\p{N}\p{M}]/u.test(sign) || /[ﬁﬂĳĲ]/.test(sign));

/** Text as a font shows it that has more signs: only what it lacks is spelled in Latin letters, or left out. */
export const printableWith = (has: (code: number) => boolean, text: string): string =>
  [...composed(text)]
    .map((sign) => {
      if (sign === '\n' || has(sign.codePointAt(0) ?? 0)) return sign;
      if (/\s/.test(sign)) return '\xa0';
      return /[\p{L}\p{N}]/u.test(sign) ? anyAscii(sign) || '·' : '';
    })
    .join('');

/** The sign itself, or what comes nearest to it: without its accent, or nothing for a picture. */
function nearest(sign: string): string {
  const other = isWinAnsi(sign) ? sign : replaced[sign];
  if (other !== undefined) return other;
  if (/\s/.test(sign)) return '\xa0';
  const bare = [...sign.normalize('NFKD').replace(/\p{M}/gu, '')].filter(isWinAnsi).join('');
  return bare !== '' ? bare : /[\p{L}\p{N}]/u.test(sign) ? '·' : '';
}

/**
 * Text as the standard fonts can show it: Dutch and its neighbours as they are, other signs by what comes nearest, and
 * never a box or a sign that was not meant. Breaks of a line stay; thin spaces become spaces that do not break.
 */
export const printable = (text: string): string => [...composed(text)].map(nearest).join('');
