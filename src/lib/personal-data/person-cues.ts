import { joins, type Word } from './words.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Directly before a name: 'leerling Yasmine', 'mevrouw Peeters'. */
const roles =
  set(`leerling lln ll leerlinge jongere meisje jongen kind kleuter tiener student studente zoon zoontje dochter dochtertje broer
  broertje zus zusje neef nicht mama papa moeder vader mam mams pap paps stiefvader stiefmoeder plusmama pluspapa oma opa grootmoeder grootvader tante
  nonkel oom voogd pleegmoeder pleegvader pleegouder pleegouders ouders mevrouw mevr mw meneer dhr juf juffrouw meester directeur directrice
  leerkracht zorgcoordinator zorgleerkracht leerlingbegeleider leerlingenbegeleider begeleider begeleidster collega clbmedewerker medewerker
  medewerkster contactpersoon trajectbegeleider psycholoog psychologe consulent consulente pupil boy girl mr mrs ms mother father dossier casus
  gezin familie vriend vriendin vriendje genaamd genoemd named`);

/** Before 'van' and a name: 'de mama van Jonas'. */
const kin =
  set(`mama papa moeder vader ouders ouder zoon dochter broer broertje zus zusje oma opa tante nonkel oom voogd gezin familie
  grootmoeder grootvader grootouders stiefvader stiefmoeder plusmama pluspapa pleegouders pleegmoeder pleegvader leefsituatie thuissituatie klasgenoot klasgenoten
  mother father parents`);

/** 'heet Jonas', 'zijn naam is Jonas', unless it is a thing that is called so. */
const naming = set('heet heette noemt');
const thing =
  /(?:project|werking|organisatie|aanbod|dienst|vzw|programma|methodiek|website|platform|groep|huis)[^.!?\n]*$/iu;

const offices = set(
  'minister ministers schepen burgemeester koning koningin prins prinses staatssecretaris gouverneur professor prof president commissaris paus',
);
/** What is called after somebody: 'vzw Simon', 'Huis Marie'. */
const houses = set(
  'vzw huis villa project fonds stichting centrum school basisschool hogeschool campus sporthal sportzaal zwembad bibliotheek jeugdhuis buurthuis wijkcentrum dienstencentrum ziekenhuis kliniek museum',
);
/** Takes a word in plain form; whether whoever is named after it is known for an office, or is a house. */
export const isPublicOffice = (plain: string): boolean => offices.has(plain) || houses.has(plain);

const titles = set('mevrouw mevr mw meneer dhr heer familie gezin juf juffrouw meester');
/** Whether the word is a title, after which a name may start in lower case: 'dhr. de Smet'. */
export const isTitle = (word: Word | undefined): boolean => word !== undefined && titles.has(word.plain);

const codes = set('code klas groep graad type stap optie route letter fase punt vitamine team lokaal blok plan deel');
/** Whether a letter after this word is a code: 'code P', 'graad A'. */
export const followsCode = (word: Word | undefined): boolean => word !== undefined && codes.has(word.plain);

/** 'strong' may also introduce a name in lower case. */
export type Cue = 'strong' | 'weak';

const naamIs = (words: readonly Word[], at: number): boolean => {
  const [before, one] = [words[at - 1], words[at - 2]];
  const isNaam = (word: Word | undefined) =>
    word !== undefined && /^(?:naam|voornaam|achternaam|familienaam|name)$/.test(word.plain);
  return (/^(?:is|luidt)$/.test(before?.plain ?? '') && isNaam(one)) || isNaam(before);
};

/** Takes the words and an index; gives how clearly the words before say that a name comes, or undefined. */
export const cueBefore = (text: string, words: readonly Word[], at: number): Cue | undefined => {
  const [word, before, one] = [words[at], words[at - 1], words[at - 2]];
  if (!word || !before) return undefined;
  const apposed = word.gap === ', ' && text[word.end] === ',';
  const near = joins(word) || apposed || /^(?:: ?|\. | [“"‘(])$/.test(word.gap);
  if (!near) return undefined;
  // After a full stop only abbreviations introduce: 'mevr. Peeters', 'lln. Senne'.
  if (word.gap.startsWith('.') && !/^(?:lln|ll|mevr|mw|dhr|mr|mrs|ms)$/.test(before.plain)) return undefined;
  if (naamIs(words, at)) return 'weak';
  if (before.plain === 'heer' && one?.plain === 'de') return 'weak';
  if (naming.has(before.plain))
    return thing.test(text.slice(Math.max(0, before.at - 80), before.at)) ? undefined : 'weak';
  if (roles.has(before.plain)) return 'strong';
  return ['van', 'of'].includes(before.plain) && one !== undefined && kin.has(one.plain) && joins(before)
    ? 'strong'
    : undefined;
};
