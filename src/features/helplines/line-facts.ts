import type { ViewContext } from '../../contracts/action.js';
import type { HelpLine, HelpOrganisation } from '../../domain/helpline/help-line.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import {
  addressWords,
  agesWords,
  hoursWords,
  languagesWords,
  mailLink,
  municipalitiesWords,
  phoneLink,
  regionsWords,
  siteLink,
} from './line-words.js';

interface Fact {
  readonly title: string;
  readonly value: string;
}

const escaped = (text: string | null): string | null => (text === null ? null : plain(text));

/** Everything a line tells, as facts in the order in which people need them; what is not known is left out. */
export function factsOf(line: HelpLine, organisation: HelpOrganisation | null, { language }: ViewContext): Fact[] {
  const say = texts(language);
  const values = {
    phone: line.phone === null ? null : phoneLink(line.phone),
    email: line.email === null ? null : mailLink(line.email),
    website: line.website === null ? null : siteLink(line.website),
    address: addressWords(line),
    weeklyHours: hoursWords(line, language),
    minimumAge: agesWords(line, language),
    eligibility: escaped(line.eligibility),
    howToRefer: escaped(line.howToRefer),
    languages: escaped(languagesWords(line.languages, language)),
    regions: regionsWords(line.regions, language),
    municipalities: municipalitiesWords(line.municipalities),
    organisationId: organisation === null || organisation.name === line.name ? null : plain(organisation.name),
  };
  return (Object.keys(values) as (keyof typeof values)[]).flatMap((key) =>
    values[key] ? [{ title: say(`helplines.fields.${key}`), value: values[key] }] : [],
  );
}
