/** The names of the months, January first, in Dutch, English and French, full and short, without accents. */
export const monthNames: readonly (readonly string[])[] = [
  ['januari', 'january', 'janvier', 'janv', 'jan'],
  ['februari', 'february', 'fevrier', 'fevr', 'febr', 'feb'],
  ['maart', 'march', 'mars', 'mrt', 'maa', 'mar'],
  ['april', 'avril', 'apr', 'avr'],
  ['mei', 'may', 'mai'],
  ['juni', 'june', 'juin', 'jun'],
  ['juli', 'july', 'juillet', 'juil', 'jul'],
  ['augustus', 'august', 'aout', 'aug'],
  ['september', 'septembre', 'sept', 'sep'],
  ['oktober', 'october', 'octobre', 'okt', 'oct'],
  ['november', 'novembre', 'nov'],
  ['december', 'decembre', 'dec'],
];

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The number of a month, 1 to 12, by a name in any of the languages; 0 when it is none. */
export const monthOf = (name: string): number => monthNames.findIndex((names) => names.includes(plain(name))) + 1;
