import type { Screen } from '../../../contracts/page.js';
import { answerGroups, type AnswerAct, type ShownAnswer } from '../../../domain/answers/answer.js';
import type { Language } from '../../../domain/language.js';
import type { Reached } from '../../../domain/organisation.js';
import { html, type Html } from '../../../lib/html/html.js';
import { mailLink, phoneLink } from '../../../lib/html/links.js';
import { texts } from '../../../texts/index.js';

const style = `
main{padding-top:1.5rem}
main h2{font-size:1.25rem;margin-top:2rem}
article h3{font-size:1.0625rem;margin:0 0 .25rem}
article p{margin:.25rem 0}
article+article{margin-top:.75rem}
.then{color:var(--soft);font-size:.9375rem}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--ground:#fff;--wash:#fff;--line:#888}
.skip,.contents,.on-screen{display:none}
article{break-inside:avoid;border:0;padding:0}
}
`;

/** Where a question stands on the page: an address that can be shared. */
const anchor = ({ id }: ShownAnswer): string => `v-${id}`;

/** The page of the questions: under their headings, each with its answer and what one can do next. */
export function answersPage(answers: readonly ShownAnswer[], desk: Reached | null, language: Language): Screen {
  const t = texts(language);
  const groups = answerGroups
    .map((group) => ({ group, some: answers.filter((one) => one.group === group) }))
    .filter(({ some }) => some.length > 0);
  return {
    language,
    title: t('answers.page.title'),
    sender: t('answers.sender'),
    lead: html`<p>${t('answers.page.lead')}</p>`,
    skip: { to: 'vragen', text: t('answers.page.skip') },
    contents: {
      name: t('answers.page.contents'),
      links: html`<ul>
        ${answers.map((one) => html`<li><a href="#${anchor(one)}">${one.question}</a></li>`)}
      </ul>`,
    },
    main: html`${groups.map(
      ({ group, some }) =>
        html`<h2>${t(`answers.groups.${group}`)}</h2>
          ${some.map((one) => article(one, desk, language))}`,
    )}`,
    foot: footOf(language),
    style,
  };
}

/** What the desk wrote is Dutch, and says so. */
function article(one: ShownAnswer, desk: Reached | null, language: Language): Html {
  const dutch = one.changedAt !== null && language !== 'nl' && html`lang="nl"`;
  return html`<article id="${anchor(one)}" ${dutch}>
    <h3>${one.question}</h3>
    ${one.text.split(/\n+/).map((part) => html`<p>${part}</p>`)}
    <p class="then" lang="${language}">${thenOf(one.act, desk, language)}</p>
  </article>`;
}

const pages: Readonly<Partial<Record<AnswerAct, string>>> = { 'list-services': '/aanbod', 'list-lines': '/hulplijnen' };

function thenOf(act: AnswerAct, desk: Reached | null, language: Language): Html {
  const t = texts(language);
  const page = pages[act];
  const words = t(`answers.page.then.${act}`);
  if (page !== undefined) return html`<a href="${page}${language === 'nl' ? '' : `?taal=${language}`}">${words}</a>`;
  const ways = [
    ...(desk?.phone == null ? [] : [phoneLink(desk.phone)]),
    ...(desk?.email == null ? [] : [mailLink(desk.email)]),
  ];
  if (act !== 'ask-desk' || ways.length === 0) return html`${words}`;
  return html`${words} ${t('answers.page.reach')} ${ways.map((way, at) => html`${at > 0 && ' · '}${way}`)}`;
}

function footOf(language: Language): Html {
  const t = texts(language);
  const query = language === 'nl' ? '' : `?taal=${language}`;
  const other = language === 'nl' ? 'en' : 'nl';
  return html`<ul class="on-screen">
    <li>
      <a href="/vragen${other === 'nl' ? '' : `?taal=${other}`}" lang="${other}" hreflang="${other}"
        >${t('answers.page.other-language')}</a
      >
    </li>
    <li><a href="/aanbod${query}">${t('answers.page.offer')}</a></li>
    <li><a href="/hulplijnen${query}">${t('answers.page.help-lines')}</a></li>
  </ul>`;
}
