import type { OfferedService } from '../../../contracts/offered-services.js';
import type { Language } from '../../../domain/language.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { factList } from '../../../lib/html/fact-list.js';
import { html, type Html } from '../../../lib/html/html.js';
import { mailLink, phoneLink, siteLink } from '../../../lib/html/links.js';
import { texts } from '../../../texts/index.js';
import {
  agesWords,
  assuredWords,
  availabilityWords,
  formsWords,
  measuredWords,
  offeredFormsWords,
  providerName,
  regionsWords,
  roundTableWords,
  saidWords,
} from '../../../texts/offered-words.js';

interface Around {
  readonly today: LocalDate;
  readonly language: Language;
}

/** One service: its name, what may be expected of it, what it does, and the facts. What the desk wrote is Dutch, and says so. */
export function serviceArticle(offered: OfferedService, { today, language }: Around): Html {
  const { service, availability } = offered;
  const [provider, said] = [providerName(offered), saidWords(offered, language, today)];
  const measured = measuredWords(offered.measured, language);
  const dutch = language !== 'nl' && html`lang="nl"`;
  return html`<article aria-labelledby="s-${service.id}">
    <h3 id="s-${service.id}">${service.name}</h3>
    ${provider !== null && html`<p class="soft of">${provider}</p>`}
    <p class="stands ${availability.kind}">
      <strong>${availabilityWords(availability, language, today)}</strong
      >${said !== null && html` <span>${said}</span>`}
    </p>
    ${service.about !== null && html`<p ${dutch}>${service.about}</p>`} ${factList(factsOf(offered, language))}
    ${measured !== null && html`<p class="measured">${capital(measured)}</p>`}
    <p class="checked">${assuredWords(service, language, today)}</p>
  </article>`;
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Label and value of what is known, in the order in which people ask for it. */
function factsOf(offered: OfferedService, language: Language): (readonly [string, Html | string])[] {
  const { service } = offered;
  const say = texts(language);
  const facts: readonly (readonly [string, Html | string | null])[] = [
    [say('catalogue.page.ages'), agesWords(service, language)],
    [say('catalogue.page.forms'), formsWords(service, language)],
    [say('catalogue.page.offered-forms'), offeredFormsWords(service, language)],
    [say('catalogue.page.region'), regionsWords(service, language)],
    [say('catalogue.page.round-table'), roundTableWords(offered, language)],
    [say('catalogue.page.phone'), service.phone === null ? null : phoneLink(service.phone)],
    [say('catalogue.page.email'), service.email === null ? null : mailLink(service.email)],
    [say('catalogue.page.website'), service.website === null ? null : siteLink(service.website)],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}
