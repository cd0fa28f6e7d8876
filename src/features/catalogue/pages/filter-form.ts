import type { OfferedFilter } from '../../../contracts/offered-services.js';
import { oldestPupil, youngestPupil } from '../../../domain/age.js';
import { schoolForms } from '../../../domain/codes.js';
import type { Language } from '../../../domain/language.js';
import { html, type Html } from '../../../lib/html/html.js';
import { texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import { cataloguePath } from '../asked/catalogue-path.js';

/** For which age and which school form: a form that works without a script and asks the same page again. */
export function filterForm({ region, age, form }: OfferedFilter, language: Language): Html {
  const say = texts(language);
  const option = (value: string, word: string): Html =>
    html`<option value="${value}" ${value === (form ?? '') && html`selected`}>${word}</option>`;
  return html`<form class="filter on-screen" method="get" action="${cataloguePath({ region }, 'nl')}">
    ${language !== 'nl' && html`<input type="hidden" name="taal" value="${language}" />`}
    <p>
      <label for="leeftijd">${say('catalogue.page.age')}</label>
      <input
        id="leeftijd"
        name="leeftijd"
        type="number"
        inputmode="numeric"
        min="${youngestPupil}"
        max="${oldestPupil}"
        value="${age}"
      />
    </p>
    <p>
      <label for="vorm">${say('catalogue.page.form')}</label>
      <select id="vorm" name="vorm">
        ${option('', say('catalogue.page.any-form'))}
        ${schoolForms.map((one) => option(one, codeWord(language, 'school-form', one)))}
      </select>
    </p>
    <p><button type="submit">${say('catalogue.page.filter')}</button></p>
  </form>`;
}
