/**
 * What people type for a help line, and the words under which it stands: who looks for the first finds the others too, with its whole row
 * of words each ('sociale hulp': both). Folded: small letters, no accents.
 */
const meant: Readonly<Record<string, readonly string[]>> = {
  therapie: ['therapeut', 'therapeutisch', 'psycholoog', 'cgg', 'tejo'],
  therapeut: ['therapeutisch', 'therapie'],
  psycholoog: ['psychisch', 'therapeut', 'cgg', 'geestelijk'],
  werk: ['job', 'vdab', 'tewerkstelling', 'arbeid', 'werkervaring'],
  job: ['werk', 'vdab', 'tewerkstelling'],
  jeugdhulp: ['jac', 'caw', '1 gezin plan', 'jongerenwelzijn'],
  jeugdzorg: ['jac', 'caw', '1 gezin plan', 'jongerenwelzijn'],
  '1gezin1plan': ['1 gezin plan'],
  '1g1p': ['1 gezin plan'],
  armoede: ['ocmw', 'sociale hulp', 'lokaal bestuur', 'caw'],
  ocmw: ['lokaal bestuur', 'sociale hulp'],
  geld: ['ocmw', 'sociale hulp'],
  spijbelen: ['spijbelgedrag', 'schooluitval', 'afwezig'],
  schooluitval: ['spijbelen', 'uitvallen'],
  pesten: ['pestgedrag', 'gepest'],
  huiswerk: ['huiswerkbegeleiding', 'studie', 'huiswerkklas'],
  studiebegeleiding: ['huiswerkbegeleiding', 'huiswerk'],
  opvoeding: ['ouders', 'gezin'],
  depressie: ['psychisch', 'geestelijk', 'cgg'],
  verslaving: ['drugs', 'alcohol', 'cgg'],
  boerderij: ['zorgboerderij'],
};

/** Takes a folded word; gives what else stands for it, each one or several words that belong together. */
export const synonymsOf = (word: string): readonly string[] => (Object.hasOwn(meant, word) ? (meant[word] ?? []) : []);
