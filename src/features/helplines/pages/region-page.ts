import type { Language } from '../../../domain/language.js';
import { day } from '../../../texts/format.js';
import { texts, type Translate } from '../../../texts/index.js';
import { downloadPath } from '../../../contracts/hsds/line-import.js';
import type { Screen } from '../../../contracts/page.js';
import { regionPaths } from '../../../lib/region/region-paths.js';
import { factList } from '../../../lib/html/fact-list.js';
import { html, type Html } from '../../../lib/html/html.js';
import { mailLink, phoneLink, siteLink } from '../../../lib/html/links.js';
import {
  agesText,
  alertText,
  emailOf,
  hoursText,
  languagesText,
  organisationText,
  placeText,
  siteOf,
  staleText,
  townsText,
  verifiedText,
} from './line-words.js';
import type { Around, ShownLine, ShownPhase, ShownRegion } from './region-lines.js';
import { regionStyle } from './region-style.js';
import { printedSheet } from './printed-sheet.js';

const inLanguage = (path: string, language: Language): string =>
  language === 'nl' ? path : `${path}?taal=${language}`;

/** The page of a region: for the screen all there is to know, for paper one sheet. */
export function regionPage(shown: ShownRegion, around: Around): Screen {
  const { language } = around;
  const say = texts(language);
  const region = say(`common.common.region.${shown.region}`);
  return {
    language,
    title: say('help-pages.page.title', { region }),
    sender: say('help-pages.page.sender'),
    lead: leadOf(shown, say),
    skip: { to: 'hulplijnen', text: say('help-pages.page.skip') },
    contents: { name: say('help-pages.page.contents'), links: contentsOf(shown, say) },
    main: html`${shown.phases.map((phase) => phaseSection(phase, shown, language))}`,
    foot: footOf(shown, language),
    paper: printedSheet(shown, around),
    style: regionStyle,
  };
}

const leadOf = (shown: ShownRegion, say: Translate): Html =>
  html`<p>${say('help-pages.page.intro')}</p>
    <p><strong>${say('help-pages.page.danger')}</strong></p>
    ${shown.phases.every(({ lines }) => lines.length === 0) && html`<p class="note">${say('help-pages.page.empty')}</p>`}`;

const contentsOf = ({ phases }: ShownRegion, say: Translate): Html =>
  html`<ul>
    ${phases.map(
      ({ phase, lines }) =>
        html`<li>
          <a href="#${phase}">${say(`helplines.phases.${phase}.name`)}</a> <span class="soft">${lines.length}</span>
        </li>`,
    )}
  </ul>`;

function phaseSection({ phase, lines, without }: ShownPhase, shown: ShownRegion, language: Language): Html {
  const say = texts(language);
  return html`<section class="phase" aria-labelledby="${phase}">
    <h2 id="${phase}">${say(`helplines.phases.${phase}.name`)}</h2>
    <p class="soft">${say(`helplines.phases.${phase}.about`)}</p>
    ${lines.length > 0 && html`<div class="lines">${lines.map((one) => lineArticle(one, shown, language))}</div>`}
    ${
      without.length > 0 &&
      html`<div class="without">
        <h3>${say('help-pages.page.without')}</h3>
        ${factList(without.map((kind) => [say(`helplines.kinds.${kind}.name`), say(`helplines.kinds.${kind}.about`)]))}
      </div>`
    }
  </section>`;
}

function lineArticle(one: ShownLine, { today }: ShownRegion, language: Language): Html {
  const { line, kind } = one;
  const say = texts(language);
  const alert = alertText(line, language);
  const stale = staleText(line, language, today);
  return html`<article aria-labelledby="l-${line.id}">
    <p class="kind">${say(`helplines.kinds.${kind}.name`)}</p>
    <h3 id="l-${line.id}">${line.name}</h3>
    ${organisationText(one) !== null && html`<p class="soft of">${organisationText(one)}</p>`}
    ${alert !== null && html`<p class="note">${alert}</p>`}
    ${line.description !== null && html`<p>${line.description}</p>`} ${factList(factsOf(one, language))}
    <p class="checked">
      ${stale === null ? verifiedText(line, language, today) : html`<span class="stale">◔ ${stale}</span>`}
    </p>
  </article>`;
}

/** Label and value of what is known, in the order in which people need it. */
function factsOf(one: ShownLine, language: Language): (readonly [string, Html | string])[] {
  const { line } = one;
  const say = texts(language);
  const [email, site] = [emailOf(one), siteOf(one)];
  const facts: readonly (readonly [string, Html | string | null])[] = [
    [say('help-pages.page.phone'), line.phone === null ? null : phoneLink(line.phone)],
    [say('help-pages.page.email'), email === null ? null : mailLink(email)],
    [say('help-pages.page.website'), site === null ? null : siteLink(site)],
    [say('help-pages.page.hours'), hoursText(line, language)],
    [say('help-pages.page.address'), placeText(line)],
    [say('help-pages.page.ages'), agesText(line, language)],
    [say('help-pages.page.for'), line.eligibility],
    [say('help-pages.page.refer'), line.howToRefer],
    [say('help-pages.page.languages'), languagesText(line, language)],
    [say('help-pages.page.municipalities'), townsText(line)],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

function footOf({ region, today }: ShownRegion, language: Language): Html {
  const say = texts(language);
  const other = region === 'VBO' ? 'AHV' : 'VBO';
  const otherName = say(`common.common.region.${other}`);
  return html`<p>${say('help-pages.page.stale-about')}</p>
    <p>${say('help-pages.page.made', { day: day(today, language) })} · ${say('help-pages.page.print')}</p>
    <ul>
      <li>
        <a href="${inLanguage(`/hulplijnen/${regionPaths[other]}`, language)}"
          >${say('help-pages.page.other-region', { region: otherName })}</a
        >
      </li>
      <li>
        <a
          href="${inLanguage(`/hulplijnen/${regionPaths[region]}`, language === 'nl' ? 'en' : 'nl')}"
          lang="${language === 'nl' ? 'en' : 'nl'}"
          hreflang="${language === 'nl' ? 'en' : 'nl'}"
          >${say('help-pages.page.other-language')}</a
        >
      </li>
      <li><a href="${downloadPath}">${say('help-pages.page.download')}</a></li>
    </ul>`;
}
