import { offerDownload } from '../../../contracts/hsds/offer-download.js';
import type { OfferedFilter, OfferedService } from '../../../contracts/offered-services.js';
import type { Screen } from '../../../contracts/page.js';
import type { Language } from '../../../domain/language.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { html, type Html } from '../../../lib/html/html.js';
import { regions } from '../../../lib/region/index.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { isNarrowed } from '../asked/service-params.js';
import { filterWords, regionWord } from '../../../texts/offered-words.js';
import { cataloguePath } from '../asked/catalogue-path.js';
import { catalogueStyle } from './catalogue-style.js';
import { filterForm } from './filter-form.js';
import { serviceArticle } from './service-article.js';

/** Everything that the page shows. */
export interface ShownCatalogue {
  readonly filter: OfferedFilter;
  readonly offered: readonly OfferedService[];
  readonly today: LocalDate;
  readonly language: Language;
}

/** The page of the offer: what fits, each with what may be expected of it today; for the screen and for paper. */
export function cataloguePage(shown: ShownCatalogue): Screen {
  const { filter, language } = shown;
  const say = texts(language);
  const { region } = filter;
  return {
    language,
    title:
      region === undefined
        ? say('catalogue.page.title-all')
        : say('catalogue.page.title', { region: regionWord(region, language) }),
    sender: say('catalogue.page.sender'),
    lead: html`<p>${say('catalogue.page.intro')}</p>
      <p><strong>${say('catalogue.page.danger')}</strong></p>`,
    skip: { to: 'aanbod', text: say('catalogue.page.skip') },
    contents: { name: say('catalogue.page.regions'), links: regionLinks(shown) },
    main: mainOf(shown),
    foot: footOf(shown),
    style: catalogueStyle,
  };
}

/** The same filter in each region, and in both. */
const regionLinks = ({ filter, language }: ShownCatalogue): Html => {
  const link = (region: OfferedFilter['region'], word: string): Html =>
    html`<li>
      <a
        href="${cataloguePath({ ...filter, region }, language)}"
        ${region === filter.region && html`aria-current="page"`}
        >${word}</a
      >
    </li>`;
  return html`<ul>
    ${link(undefined, texts(language)('catalogue.page.all-regions'))}
    ${regions.map((region) => link(region, regionWord(region, language)))}
  </ul>`;
};

function mainOf(shown: ShownCatalogue): Html {
  const { filter, offered, language } = shown;
  const say = texts(language);
  return html`${filterForm(filter, language)}
    <h2>
      ${say('catalogue.words.count', { count: offered.length })}
      <span class="soft">${filterWords(filter, language)}</span>
    </h2>
    ${
      offered.length === 0
        ? html`<p class="note">
            ${say(`catalogue.page.${isNarrowed(filter) ? 'none-fits' : 'empty'}`)}
            ${isNarrowed(filter) && html`<a href="${cataloguePath({}, language)}">${say('catalogue.page.show-all')}</a>`}
          </p>`
        : html`<div class="services">${offered.map((one) => serviceArticle(one, shown))}</div>`
    }`;
}

function footOf({ filter, today, language }: ShownCatalogue): Html {
  const say = texts(language);
  const other = language === 'nl' ? 'en' : 'nl';
  return html`<p>${say('catalogue.page.how-to-refer')}</p>
    <p>${say('catalogue.page.made', { day: day(today, language) })}</p>
    <ul class="on-screen">
      <li>
        <a href="${cataloguePath(filter, other)}" lang="${other}" hreflang="${other}"
          >${say('catalogue.page.other-language')}</a
        >
      </li>
      <li>
        <a href="/hulplijnen${language === 'nl' ? '' : `?taal=${language}`}">${say('catalogue.page.help-lines')}</a>
      </li>
      <li><a href="${offerDownload}">${say('catalogue.page.download')}</a></li>
    </ul>`;
}
