import { namesNobody } from './everyday-words.js';
import type { Finding } from './finding.js';
import { isLocality } from './locality-words.js';
import { plainOf } from './words.js';

const letters = "[\\p{L}\\p{M}’']";
const capital = `\\p{Lu}${letters}*\\p{Ll}${letters}*`;
const end = '(?![\\p{L}\\p{M}])';
const begin = '(?<![\\p{L}\\p{M}-])';
const ending = '(?:college|instituut|lyceum|atheneum|humaniora)';

/** 'Sint-Pieterscollege', 'Heilig-Hartcollege', 'Onze-Lieve-Vrouweschool' */
const saintly = new RegExp(
  `${begin}(?:Sint|St\\.?|Heilige?|Onze|O\\.?L\\.?V\\.?|Don|Mater|Maria|Paus|Zusters)(?:[- ]${capital}){0,3}[- ]${letters}{3,}(?:college|instituut|lyceum|atheneum|humaniora|school|basisschool)${end}`,
  'gu',
);
/** 'Erasmuscollege', 'Damiaaninstituut'; some institutes are no schools. */
const compound = new RegExp(
  `${begin}(?!Schepen|Politie|Zorg|Rijks|Onderzoek|Kennis|Trimbos|Raad)(?:${capital}-)?\\p{Lu}${letters}{3,}-?${ending}${end}`,
  'gu',
);
/** Initials of a kind of school with its town: 'KA Leuven', 'VTI Aarschot'. */
const initials = new RegExp(
  `${begin}(?:KA|KTA|KTI|VTI|PTI|GITO|BSGO|VBS|GBS|SBS|GTI|VKO|STK)(?:[ -](?:De |Het |Ten |Ter |Sint-)?${capital}){1,2}`,
  'gu',
);
const types =
  '(?:[Bb]asisschool|[Ll]agere school|[Kk]leuterschool|[Mm]iddenschool|[Ff]reinetschool|[Ll]eefschool|[Ss]teinerschool|[Aa]theneum|' +
  '[Cc]ollege|[Ii]nstituut|[Ll]yceum|[Cc]ampus|[Ss]chool|(?:BuSO|BuBaO)(?:-school)?)';
/** 'GO! atheneum De Ring', 'basisschool De Regenboog', 'school Mariadal' */
const typed = new RegExp(
  `${begin}(?:(?:GO!|[Vv]rije|[Gg]emeentelijke|[Ss]tedelijke|[Tt]echnisch|[Kk]oninklijk)(?: |$))*${types}:? [“"‘']?(?:(?:De|Het|’t|'t|Ten|Ter|Den) )?(?<name>(?:Sint-)?${capital}(?:-${capital})*)`,
  'gu',
);
/** 'GO! Redingenhof' */
const goSchool = new RegExp(`${begin}GO! (?<name>(?:(?:De|Het|Ten|Ter) )?${capital}(?:-${capital})*)`, 'gu');

const article = /(?:^|\s)[“"‘']?(?:De|Het|’t|'t|Ten|Ter|Den)\s+[^\s]+$/u;
/** Only athenea, colleges and lycea are known by their town; 'basisschool Leuven' may be any. */
const byTown = /(?:atheneum|college|lyceum)\s+\S+$/iu;
const belongsToCollege = /college\s+van|instituut\s+voor/iu;

const namesASchool = (match: RegExpExecArray): boolean => {
  const name = plainOf(match.groups?.['name'] ?? '');
  const whole = match[0];
  if (belongsToCollege.test(whole)) return false;
  if (isLocality(name)) return byTown.test(whole);
  return article.test(whole) || !(namesNobody.has(name) || namesNobody.has(name.split(/[- ]/)[0] ?? ''));
};

/** 'Sint-Tarcisius': in these texts a school, unless it is a locality, a street, a hospital or a feast. */
const saint = new RegExp(`${begin}(?:Sint|St\\.?)-(?<name>${capital}(?:-${capital})*)${end}`, 'gu');
const otherSaints =
  /(?:straat|laan|plein|steenweg|dreef|station|kerk|ziekenhuis|poort|berg)$|^(?:maarten|nicolaas|niklaas|pieters|jans)$/;
const isSaintlySchool = (match: RegExpExecArray): boolean =>
  !isLocality(plainOf(match[0])) && !otherSaints.test(plainOf(match.groups?.['name'] ?? ''));

const findingOf = (match: RegExpExecArray): Finding => ({
  kind: 'school-name',
  at: match.index,
  length: match[0].length,
});
const all = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];

/**
 * Schools that are clearly named: by the form of their name or by a kind of school with a name after it. Schools in general,
 * also of a town ('een basisschool in Diest'), are none. Takes the text. Never throws.
 */
export const findSchoolNames = (text: string): Finding[] => [
  ...[saintly, compound, initials].flatMap((pattern) => all(text, pattern)).map(findingOf),
  ...[typed, goSchool]
    .flatMap((pattern) => all(text, pattern))
    .filter(namesASchool)
    .map(findingOf),
  ...all(text, saint).filter(isSaintlySchool).map(findingOf),
];
