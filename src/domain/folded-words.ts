/**
 * The words of a text as they are compared when searching: small letters, no accents, only letters and digits.
 * '"CLB’s in Vlaams-Brabánt"' gives ['clb', 's', 'in', 'vlaams', 'brabant'].
 */
export const foldedWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
