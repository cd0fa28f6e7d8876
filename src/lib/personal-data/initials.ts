import type { Finding } from './finding.js';

/** What is also written with two letters and two stops. */
const noPerson = new Set('NV BV PS EH NB VN EU US VS UK DO SO BO LO KO AS ZM HM JC TV PC BA MA'.split(' '));

/** Two initials with stops, 'A.D.', which people take for hiding a name and the class does not; three are an abbreviation. */
export const findInitials = (text: string): Finding[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}.])(\p{Lu})\. ?(\p{Lu})\.(?! ?\p{Lu}\.)(?![\p{L}\p{N}])/gu)]
    .filter(([, first = '', second = '']) => !noPerson.has(first + second))
    .map((match) => ({ kind: 'person-name', at: match.index, length: match[0].length }));
