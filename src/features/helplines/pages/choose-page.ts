import type { Screen } from '../../../contracts/page.js';
import type { Language } from '../../../domain/language.js';
import { html } from '../../../lib/html/html.js';
import { regionPaths } from '../../../lib/region/region-paths.js';
import { regions } from '../../../lib/region/regions.js';
import { texts } from '../../../texts/index.js';

const part = { VBO: 'vbo', AHV: 'ahv' } as const;

/** The page on which one chooses a region; also what an address of a region that does not exist gives. */
export function choosePage(language: Language): Screen {
  const say = texts(language);
  const query = language === 'nl' ? '' : `?taal=${language}`;
  const main = html`<p>${say('help-pages.page.choose-about')}</p>
    <h2>${say('help-pages.page.choose')}</h2>
    <ul class="regions">
      ${regions.map(
        (region) =>
          html`<li>
            <a href="/hulplijnen/${regionPaths[region]}${query}"
              ><strong>${say(`help-pages.page.${part[region]}`)}</strong>
              <span>${say(`help-pages.page.${part[region]}-about`)}</span></a
            >
          </li>`,
      )}
    </ul>
    <p><strong>${say('help-pages.page.danger')}</strong></p>`;
  const foot = html`<ul>
    <li>
      <a href="/hulplijnen${language === 'nl' ? '?taal=en' : ''}" lang="${language === 'nl' ? 'en' : 'nl'}"
        >${say('help-pages.page.other-language')}</a
      >
    </li>
  </ul>`;
  return { language, title: say('help-pages.page.site'), sender: say('help-pages.page.sender'), main, foot };
}
