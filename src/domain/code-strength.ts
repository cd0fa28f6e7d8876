/** Why a code could be guessed. */
export const codeWeaknesses = ['short', 'one-kind', 'few-signs', 'repeated', 'row', 'word'] as const;
export type CodeWeakness = (typeof codeWeaknesses)[number];

const shortest = 12;
const fewestSigns = 6;

/** Signs that stand beside each other in the alphabet, in counting and on keyboards, both ways. */
const rows = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '01234567890',
  'QWERTYUIOP',
  'ASDFGHJKL',
  'ZXCVBNM',
  'AZERTYUIOP',
  'QSDFGHJKLM',
];
const neighbours = new Set(
  rows.flatMap((row) => [...row].slice(1).flatMap((sign, index) => [`${row[index]}${sign}`, `${sign}${row[index]}`])),
);

/** Words that people put in such a code, and those of the examples in texts and documentation. */
const words = [
  ...['MELDPUNT', 'DESKCODE', 'KOPPEL', 'NAFT', 'VLAAMSBRABANT', 'LEUVEN', 'TEAMS', 'SCHOOL'],
  ...['WACHTWOORD', 'PASSWORD', 'PASWOORD', 'GEHEIM', 'SECRET', 'WELKOM', 'WELCOME', 'CHANGEME', 'VERANDER'],
  ...['VOORBEELD', 'EXAMPLE', 'ABCDEFGHJKLM', 'LETMEIN', 'ADMIN'],
];

/**
 * Why somebody could guess this code, or null when it looks made by chance. Only letters and digits count, capitals and
 * small letters are one, as when a code is typed.
 */
export function weaknessOf(code: string): CodeWeakness | null {
  const signs = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (signs.length < shortest) return 'short';
  if (new Set(signs).size < fewestSigns) return 'few-signs';
  if (isRepeated(signs)) return 'repeated';
  if (words.some((word) => signs.includes(word))) return 'word';
  const steps = [...signs].slice(1).map((sign, index) => `${signs[index]}${sign}`);
  if (steps.filter((step) => neighbours.has(step)).length * 2 >= steps.length) return 'row';
  return /[A-Z]/.test(signs) && /[0-9]/.test(signs) ? null : 'one-kind';
}

/** Whether it is a shorter piece, written twice or more. */
const isRepeated = (signs: string): boolean =>
  Array.from({ length: Math.floor(signs.length / 2) }, (_, index) => signs.slice(0, index + 1)).some((piece) =>
    piece.repeat(Math.ceil(signs.length / piece.length)).startsWith(signs),
  );
