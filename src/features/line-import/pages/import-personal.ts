import type { LookedAt, PersonalLine } from '../../../contracts/hsds/stored-import.js';
import type { CheckedField } from '../../../domain/helpline/check-line.js';
import type { Language } from '../../../domain/language.js';
import { html, type Html } from '../../../lib/html/html.js';
import { texts } from '../../../texts/index.js';
import { fieldWord } from './value-words.js';

/** So many are shown one by one; of the rest the page only tells how many. */
const mostShown = 200;

/** Where something personal seems to stand in what the file would write: what may stand there when it is of the work, and what never may. */
export function personalSection({ personal }: LookedAt, language: Language): Html {
  return html`${listOf(
    'maybe',
    personal.filter(({ mayInsist }) => mayInsist),
    language,
  )}
  ${listOf(
    'never',
    personal.filter(({ mayInsist }) => !mayInsist),
    language,
  )}`;
}

function listOf(which: 'maybe' | 'never', lines: readonly PersonalLine[], language: Language): Html | false {
  if (lines.length === 0) return false;
  const say = texts(language);
  const left = lines.length - mostShown;
  return html`<section>
    <h2>${say(`line-import.personal.${which}`, { count: lines.length })}</h2>
    <p>${say(`line-import.personal.${which}-about`)}</p>
    <ul class="bad">
      ${lines.slice(0, mostShown).map(
        ({ line, found }) =>
          html`<li>
            <strong>${line.fields.name}</strong> <code>${line.path}</code>
            <ul>
              ${found.map((one) => html`<li>${fieldOf(one, language)}: ${kindsOf(one, language)}</li>`)}
            </ul>
          </li>`,
      )}
    </ul>
    ${left > 0 && html`<p>${say('line-import.review.more', { count: left })}</p>`}
  </section>`;
}

const fieldOf = ({ field }: CheckedField, language: Language): string =>
  fieldWord(field === 'organisation' ? 'organisationId' : field, language);

const kindsOf = ({ kinds }: CheckedField, language: Language): string =>
  kinds.map((kind) => texts(language)(`helplines.found.${kind}`)).join(' ');
