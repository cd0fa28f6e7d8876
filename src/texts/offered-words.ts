import type { OfferedFilter, OfferedService } from '../contracts/offered-services.js';
import type { Availability } from '../domain/fit.js';
import { isStale } from '../domain/helpline/help-line.js';
import type { Language } from '../domain/language.js';
import type { LocalDate } from '../domain/local-date.js';
import type { MeasuredWait } from '../domain/measured-wait.js';
import type { Service } from '../domain/organisation.js';
import { regions as allRegions } from '../lib/region/index.js';
import { day, weeks } from './format.js';
import { textAt, texts } from './index.js';
import { codeWord, codeWords } from './referral-words.js';

/** '12–18 jaar', 'vanaf 12 jaar', 'alle leeftijden'. */
export function agesWords({ minimumAge: from, maximumAge: to }: Service, language: Language): string {
  const say = texts(language);
  if (from !== null && to !== null) return say('catalogue.words.ages', { from, to });
  if (from !== null) return say('catalogue.words.ages-from', { from });
  return to === null ? say('catalogue.words.ages-all') : say('catalogue.words.ages-to', { to });
}

/** 'BSO, DBSO' or 'alle onderwijsvormen'; with R17 when that holds. */
export function formsWords({ schoolForms, fromFirstSecondary }: Service, language: Language): string {
  const say = texts(language);
  const forms =
    schoolForms.length === 0 ? say('catalogue.words.forms-all') : codeWords(language, 'school-form', schoolForms);
  return fromFirstSecondary ? `${forms}, ${say('catalogue.words.from-first-secondary')}` : forms;
}

/** 'individueel, in groep': the forms of help that it gives; null: the desk did not say. */
export const offeredFormsWords = ({ offeredForms }: Service, language: Language): string | null =>
  offeredForms.length === 0 ? null : codeWords(language, 'wanted-form', offeredForms);

export const regionWord = (region: string, language: Language): string =>
  textAt(language, `common.common.region.${region}`) ?? region;

export const regionsWords = ({ regions }: Service, language: Language): string =>
  allRegions.every((region) => regions.includes(region))
    ? texts(language)('catalogue.words.both-regions')
    : regions.map((region) => regionWord(region, language)).join(', ');

/** Who organises the first round table (R10). */
export const roundTableWords = ({ provider }: OfferedService, language: Language): string =>
  texts(language)(`catalogue.words.round-table.${provider.roundTableBy}`);

/** 'plaats' · 'wachtlijst, ongeveer 6 weken' · 'volzet tot en met di 31 aug.' · 'niet bekend'. */
export function availabilityWords(availability: Availability, language: Language, today: LocalDate): string {
  const say = texts(language);
  switch (availability.kind) {
    case 'place':
      return say('catalogue.words.place');
    case 'unknown':
      return say('catalogue.words.unknown');
    case 'full':
      return say('catalogue.words.full', { day: day(availability.until, language, today) });
    case 'waitlist':
      return availability.weeks === null
        ? say('catalogue.words.waitlist')
        : say('catalogue.words.waitlist-weeks', { weeks: weeks(availability.weeks, language) });
  }
}

/** Since when that is known: said by the provider, or counted on its list today; null when nobody said anything. */
export function saidWords(
  { availability, saidOn }: OfferedService,
  language: Language,
  today: LocalDate,
): string | null {
  const say = texts(language);
  if (availability.kind === 'unknown') return say('catalogue.words.never-said');
  if (availability.kind === 'waitlist' && availability.weeks === null) return say('catalogue.words.wait-unknown');
  return saidOn === null ? null : say('catalogue.words.said', { day: day(saidOn, language, today) });
}

/** 'van de laatste 12 met een plaats had de helft ze binnen 5 weken': what happened, beside what is promised; null: too few to tell. */
export const measuredWords = (measured: MeasuredWait | null, language: Language): string | null =>
  measured === null
    ? null
    : texts(language)('catalogue.words.measured', { of: measured.of, weeks: weeks(measured.weeks, language) });

/** 'nagekeken op di 3 nov.', that it is long ago, or that nobody did yet. */
export function assuredWords({ assuredOn }: Service, language: Language, today: LocalDate): string {
  const say = texts(language);
  if (assuredOn === null) return say('catalogue.words.never-assured');
  const on = day(assuredOn, language, today);
  return say(isStale({ assuredOn }, today) ? 'catalogue.words.assured-long-ago' : 'catalogue.words.assured', {
    day: on,
  });
}

/** The provider's name, unless the service is called the same. */
export const providerName = ({ service, provider }: OfferedService): string | null =>
  provider.name.toLowerCase() === service.name.toLowerCase() ? null : provider.name;

/** 'Vlaams-Brabant Oost · 14 jaar · BSO': what the list is narrowed to. */
export function filterWords({ region, age, form }: OfferedFilter, language: Language): string {
  const say = texts(language);
  return [
    region === undefined ? say('catalogue.words.all-regions') : regionWord(region, language),
    ...(age === undefined ? [] : [say('catalogue.words.age', { age })]),
    ...(form === undefined ? [] : [codeWord(language, 'school-form', form)]),
  ].join(' · ');
}
