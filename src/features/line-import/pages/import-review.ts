import type { BadRecord } from '../../../lib/hsds/check-document.js';
import type { LookedAt } from '../../../contracts/hsds/stored-import.js';
import type { PlannedLine } from '../../../domain/hsds/index.js';
import type { Language } from '../../../domain/language.js';
import { textAt, texts } from '../../../texts/index.js';
import { html, type Html } from '../../../lib/html/html.js';
import { personalSection } from './import-personal.js';
import { fieldWord, valueWords } from './value-words.js';

/** So many of each sort are shown one by one; of the rest the page only tells how many. */
const mostShown = 200;

interface Telling {
  readonly language: Language;
  readonly nameOf: (organisationId: string) => string;
}

/** The dry run: what is new, what differs (here and in the file side by side), what is wrong; and the form to go on. */
export function reviewOf(looked: LookedAt, language: Language, path: string): Html {
  const { row, stored, plan } = looked;
  const say = texts(language);
  const names = new Map<string, string>(plan.organisations.map(({ id, fields }) => [id, fields.name]));
  const telling: Telling = { language, nameOf: (id) => names.get(id) ?? id };
  const of = (state: PlannedLine['state']) => plan.lines.filter((line) => line.state === state);
  const organisations = {
    fresh: plan.organisations.filter(({ state }) => state === 'new').length,
    changed: plan.organisations.filter(({ state }) => state === 'changed').length,
  };
  const changes = plan.lines.some(({ state }) => state !== 'same') || organisations.fresh + organisations.changed > 0;
  return html`<p class="soft">${say('line-import.review.file', { name: row.fileName })}</p>
    ${badSection(stored.bad, language)} ${personalSection(looked, language)}
    ${section('new', of('new'), telling, newLine)} ${section('changed', of('changed'), telling, changedLine)}
    ${section('kept', of('kept'), telling, changedLine)}
    ${section('same', of('same'), telling, (line) => html`<li>${line.fields.name}</li>`)}
    <p>${say('line-import.review.organisations', organisations)} ${say('line-import.review.stays')}</p>
    ${changes ? applyForm(looked, language, path) : html`<p><strong>${say('line-import.review.nothing')}</strong></p>`}`;
}

function section(
  state: PlannedLine['state'],
  lines: readonly PlannedLine[],
  telling: Telling,
  told: (line: PlannedLine, telling: Telling) => Html,
): Html | false {
  if (lines.length === 0) return false;
  const say = texts(telling.language);
  const left = lines.length - mostShown;
  const list = html`<ul class="${state}">
      ${lines.slice(0, mostShown).map((line) => told(line, telling))}
    </ul>
    ${left > 0 && html`<p>${say('line-import.review.more', { count: left })}</p>`}`;
  const title = say(`line-import.review.${state}`, { count: lines.length });
  if (state === 'same')
    return html`<details>
      <summary>${title}</summary>
      ${list}
    </details>`;
  return html`<section>
    <h2>${title}</h2>
    ${state === 'kept' && html`<p>${say('line-import.review.kept-about')}</p>`}${list}
  </section>`;
}

function newLine({ fields }: PlannedLine, { language, nameOf }: Telling): Html {
  const say = texts(language);
  const unplaced = fields.kind === null || fields.regions.length === 0;
  const told = (['kind', 'organisationId', 'phone', 'regions'] as const)
    .map((key) => valueWords(key, fields[key], language, nameOf))
    .filter((value) => value !== null);
  return html`<li>
    <strong>${fields.name}</strong>
    <span class="soft">${told.join(' · ')}</span
    >${unplaced && html`<br /><span class="mark">${say('line-import.review.unplaced')}</span>`}
  </li>`;
}

function changedLine({ existing, fields, differences, otherKeys }: PlannedLine, { language, nameOf }: Telling): Html {
  const say = texts(language);
  const none = html`<span class="soft">${say('line-import.review.none')}</span>`;
  const rows = differences.map(
    ({ key, here, file, side }) =>
      html`<tr>
        <th scope="row">
          ${fieldWord(key, language)}${
            side !== 'file' && html`<br /><span class="mark">${say('line-import.review.changed-here')}</span>`
          }
        </th>
        <td>${valueWords(key, here, language, nameOf) ?? none}</td>
        <td>${valueWords(key, file, language, nameOf) ?? none}</td>
      </tr>`,
  );
  const head = (['field', 'here', 'in-file'] as const).map(
    (word) => html`<th scope="col">${say(`line-import.review.${word}`)}</th>`,
  );
  return html`<li>
    <strong>${existing?.name ?? fields.name}</strong> ${
      rows.length > 0 &&
      html`<table>
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`
    }
    ${otherKeys.length > 0 && html`<p class="soft">${say('line-import.review.other', { keys: otherKeys.join(', ') })}</p>`}
  </li>`;
}

const kindWord = ({ values }: BadRecord['faults'][number], language: Language): string =>
  textAt(language, `line-import.kinds.${values['kind'] ?? ''}`) ?? '';

function badSection(bad: readonly BadRecord[], language: Language): Html | false {
  if (bad.length === 0) return false;
  const say = texts(language);
  const left = bad.length - mostShown;
  return html`<section>
    <h2>${say('line-import.review.bad', { count: bad.length })}</h2>
    <p>${say('line-import.review.bad-about')}</p>
    <ul class="bad">
      ${bad.slice(0, mostShown).map(
        ({ path, name, faults }) =>
          html`<li>
            <strong>${name ?? path}</strong>${name !== null && html` <code>${path}</code>`}
            <ul>
              ${faults.map((fault) => html`<li><code>${fault.path}</code> ${say(`line-import.faults.${fault.code}`, { field: '', values: '', first: '', most: '', ...fault.values, kind: kindWord(fault, language) })}</li>`)}
            </ul>
          </li>`,
      )}
    </ul>
    ${left > 0 && html`<p>${say('line-import.review.more', { count: left })}</p>`}
  </section>`;
}

function applyForm({ row, stored, plan, personal, print }: LookedAt, language: Language, path: string): Html {
  const say = texts(language);
  const differing = [...plan.lines, ...plan.organisations].some(({ differences }) =>
    differences.some(({ side }) => side !== 'file'),
  );
  const choice = (value: string, label: string, chosen: boolean): Html =>
    html`<label><input type="radio" name="prefer" value="${value}" ${chosen && html` checked`} /> ${label}</label>`;
  return html`<form class="apply" method="post" action="${path}">
    <input type="hidden" name="importId" value="${row.id}" /><input type="hidden" name="print" value="${print}" />
    ${
      differing &&
      html`<fieldset>
        <legend>${say('line-import.review.choice')}</legend>
        ${choice('here', say('line-import.review.keep-here'), true)}${choice('file', say('line-import.review.take-file'), false)}
      </fieldset>`
    }
    ${
      stored.bad.length > 0 &&
      html`<p>
        <label
          ><input type="checkbox" name="leaveOut" value="true" />
          ${say('line-import.review.leave-out', { count: stored.bad.length })}</label
        >
      </p>`
    }
    ${
      personal.some(({ mayInsist }) => mayInsist) &&
      html`<p>
        <label><input type="checkbox" name="ofTheWork" value="true" /> ${say('line-import.review.of-the-work')}</label>
      </p>`
    }
    <p><button type="submit">${say('line-import.review.apply')}</button></p>
  </form>`;
}
