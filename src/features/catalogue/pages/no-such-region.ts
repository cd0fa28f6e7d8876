import type { Screen } from '../../../contracts/page.js';
import type { Language } from '../../../domain/language.js';
import { html } from '../../../lib/html/html.js';
import { regions } from '../../../lib/region/index.js';
import { texts } from '../../../texts/index.js';
import { regionWord } from '../../../texts/offered-words.js';
import { cataloguePath } from '../asked/catalogue-path.js';

/** What an address of a region that does not exist gives: which regions do. */
export function noSuchRegion(language: Language): Screen {
  const say = texts(language);
  const main = html`<p>${say('catalogue.page.no-such-region')}</p>
    <ul class="regions">
      ${regions.map(
        (region) =>
          html`<li>
            <a href="${cataloguePath({ region }, language)}"><strong>${regionWord(region, language)}</strong></a>
          </li>`,
      )}
      <li>
        <a href="${cataloguePath({}, language)}"><strong>${say('catalogue.page.all-regions')}</strong></a>
      </li>
    </ul>`;
  const foot = html`<p>${say('catalogue.page.contact-desk')}</p>`;
  return { language, title: say('catalogue.page.unknown-title'), sender: say('catalogue.page.sender'), main, foot };
}
