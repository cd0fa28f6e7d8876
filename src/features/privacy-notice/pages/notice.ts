import type { Screen } from '../../../contracts/page.js';
import type { Language } from '../../../domain/language.js';
import type { Reached } from '../../../domain/organisation.js';
import { html, type Html } from '../../../lib/html/html.js';
import { mailLink, phoneLink } from '../../../lib/html/links.js';
import { texts } from '../../../texts/index.js';

/** One heading with what stands under it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly (string | Html)[];
}

const style = `
main{padding-top:1.5rem}
main h2{font-size:1.25rem;margin-top:2rem}
main section p{max-width:42rem}
table{border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.375rem 1rem .375rem 0;border-bottom:1px solid var(--line)}
@media print{.skip,.contents,.on-screen{display:none}section{break-inside:avoid}}
`;

type Notice = 'privacy' | 'terms';

/** The two notices: under which address each stands, and which one the other leads to. */
const paths = { privacy: '/privacy', terms: '/voorwaarden' } as const satisfies Record<Notice, string>;

/** A page of headings that one can jump to. */
export function noticeScreen(notice: Notice, sections: readonly Section[], language: Language): Screen {
  const t = texts(language);
  return {
    language,
    title: t(`privacy-notice.${notice}.title`),
    sender: t(`privacy-notice.${notice}.sender`),
    lead: html`<p>${t(`privacy-notice.${notice}.lead`)}</p>`,
    skip: { to: 'tekst', text: t(`privacy-notice.${notice}.skip`) },
    contents: {
      name: t(`privacy-notice.${notice}.contents`),
      links: html`<ul>
        ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>`,
    },
    main: html`${sections.map(
      ({ id, title, parts }) =>
        html`<section id="${id}">
          <h2>${title}</h2>
          ${parts.map((part) => (typeof part === 'string' ? html`<p>${part}</p>` : part))}
        </section>`,
    )}`,
    foot: footOf(notice, language),
    style,
  };
}

function footOf(notice: Notice, language: Language): Html {
  const t = texts(language);
  const query = language === 'nl' ? '' : `?taal=${language}`;
  const other = language === 'nl' ? 'en' : 'nl';
  const [path, word] =
    notice === 'privacy'
      ? [paths.terms, t('privacy-notice.privacy.foot.terms')]
      : [paths.privacy, t('privacy-notice.terms.foot.privacy')];
  return html`<ul class="on-screen">
    <li>
      <a href="${paths[notice]}${other === 'nl' ? '' : `?taal=${other}`}" lang="${other}" hreflang="${other}"
        >${t(`privacy-notice.${notice}.foot.language`)}</a
      >
    </li>
    <li><a href="${path}${query}">${word}</a></li>
    <li><a href="/">${t(`privacy-notice.${notice}.foot.home`)}</a></li>
  </ul>`;
}

/** How the desk is reached, in a row of links; null when it filled in nothing. */
export function waysTo(desk: Reached | null): Html | null {
  const ways = [
    ...(desk?.phone == null ? [] : [phoneLink(desk.phone)]),
    ...(desk?.email == null ? [] : [mailLink(desk.email)]),
  ];
  return ways.length === 0 ? null : html`${ways.map((way, at) => html`${at > 0 && ' · '}${way}`)}`;
}
