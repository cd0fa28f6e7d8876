import type { ViewContext } from '../../../contracts/action.js';
import type { Screen } from '../../../contracts/page.js';
import type { OpenedPart } from '../../../contracts/read.js';
import { questionIds } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { html, type Html } from '../../../lib/html/html.js';
import { factOf } from '../../../texts/answer-words.js';
import { moment } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { stateWord } from '../../../texts/referral-words.js';
import { whoDid } from '../who-did.js';
import type { Account, AccountCase } from './load-account.js';

type Around = Pick<ViewContext, 'language' | 'now' | 'calendar'> & ViewContext;

/** What is kept, in plain words, to read and to print. */
export function accountPage(account: Account, json: string, visit: Around): Screen {
  const { language, now } = visit;
  const t = texts(language);
  return {
    language,
    title: t(`papers.account.title.${account.kind}`),
    sender: t('papers.letter.sender'),
    lead: html`<p>${t('papers.account.made', { moment: moment(now, language) })}</p>`,
    main: html`${account.cases.map((one) => caseOf(one, account, visit))} ${partsOf(account, visit)}
    ${
      account.kind === 'account' &&
      html`<section>
        <h2>${t('papers.account.rights')}</h2>
        <p>${t('papers.account.rights-text')}</p>
      </section>`
    }`,
    foot: html`<p class="no-print">${t('papers.account.how')} <a href="${json}">${t('papers.account.json')}</a></p>`,
    style,
    hidden: true,
  };
}

/** What an address says that opens nothing (any more). */
export function noAccountPage(language: Language): Screen {
  const t = texts(language);
  return {
    language,
    title: t('papers.account.closed-title'),
    sender: t('papers.letter.sender'),
    main: html`<p>${t('papers.account.closed')}</p>`,
    foot: html`${null}`,
    hidden: true,
  };
}

function caseOf({ whole, openings }: AccountCase, { names, kind }: Account, visit: Around): Html {
  const { language } = visit;
  const t = texts(language);
  const { referral } = whole;
  const facts = [
    [t('papers.account.fact.state'), stateWord(language, referral.state).word],
    [t('papers.account.fact.project'), whole.service?.name ?? t('papers.account.nobody')],
    [t('papers.account.fact.clb'), [whole.referrer?.name, whole.clb?.name].filter(Boolean).join(' · ')],
    [t('papers.account.fact.registered'), moment(referral.registeredAt, language)],
    ...whole.roundTables.flatMap(({ appointment }) =>
      appointment === null ? [] : [[t('papers.account.fact.round-table'), moment(appointment.startsAt, language)]],
    ),
  ] as const;
  const history = whole.history.filter(({ name }) => name !== 'file-opened');
  return html`<section>
    <h2>${t('papers.account.referral', { reference: referral.reference })}</h2>
    ${listOf(facts.map(([title = '', value = '']) => [title, value] as const))}
    <h3>${t('papers.account.history')}</h3>
    <ul>
      ${history.map((one) => html`<li>${t('papers.account.line', { what: eventWord(one.name, language), who: unescaped(whoDid(one, names, visit)) })}</li>`)}
    </ul>
    ${
      kind === 'account' &&
      html`<h3>${t('papers.account.openings')}</h3>
        ${openings.length === 0 && html`<p>${t('papers.account.no-openings')}</p>`}
        <ul>
          ${openings.map((one) => html`<li>${t('papers.account.line', { what: textAt(language, `referral.read-log.what.${one.what}`) ?? t('referral.read-log.what.other'), who: unescaped(whoDid(one, names, visit)) })}</li>`)}
        </ul>`
    }
  </section>`;
}

/** Everything that was written, whatever kind it is: of a kind without a name of its own, too. */
const partsOf = ({ parts, cases }: Account, visit: Around): Html => {
  const { language } = visit;
  const t = texts(language);
  const references = new Map<string, string>(cases.map(({ whole: { referral } }) => [referral.id, referral.reference]));
  return html`<section>
    <h2>${t('papers.account.written')}</h2>
    ${parts.length === 0 && html`<p>${t('papers.account.nothing')}</p>`}
    ${parts.map(
      (part) =>
        html`<h3>
            ${[nameOf(part, language), references.get(part.of ?? ''), part.at === null ? undefined : moment(new Date(part.at), language)].filter(Boolean).join(' · ')}
          </h3>
          ${listOf(linesOf(part, visit))}`,
    )}
  </section>`;
};

/** How the intake was passed through, and ids: they say nothing to who reads, and stand in the file for programs. */
const isInner = (field: string): boolean => /^(?:danger|gate|service|givenOn:.*)$/.test(field);

const nameOf = ({ kind, event }: OpenedPart, language: Language): string =>
  (event === null ? textAt(language, `papers.account.kind.${kind}`) : eventWord(event, language)) ??
  texts(language)('papers.account.kind.other');

function eventWord(name: string, language: Language): string {
  const word =
    textAt(language, `referral.events.${name}`) ??
    textAt(language, `papers.account.event.${name}`) ??
    texts(language)('papers.account.kind.other');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** What was typed: answers to our questions under their names, the rest as it stands. */
function linesOf({ typed }: OpenedPart, { language, calendar, now }: Around): (readonly [string, string])[] {
  const today = calendar.dayOf(now);
  const known = new Set<string>(questionIds);
  const answers = questionIds.flatMap((id) => {
    const given = typed[id] ?? '';
    const { title, value } = factOf(id, typed, language, today);
    return given === '' || isInner(id) ? [] : [[title, unescaped(value ?? given)] as const];
  });
  const others = Object.entries(typed)
    .filter(([key, value]) => !known.has(key) && !isInner(key) && value !== '')
    .map(([key, value]) => [textAt(language, `papers.account.field.${key}`) ?? key, value] as const);
  return [...answers, ...others];
}

const listOf = (lines: readonly (readonly [string, string])[]): Html =>
  html`<dl>
    ${lines.map(
      ([title, value]) =>
        html`<div>
          <dt>${title}</dt>
          <dd dir="auto">${value}</dd>
        </div>`,
    )}
  </dl>`;

/** Words that were made for a card: here there is no Markdown. */
const unescaped = (text: string): string => text.replace(/\\([^\w\s])/g, '$1').replace(/\\(\d)/g, '$1');

const style = `
section{padding-top:1.5rem;max-width:52rem}
section h3{font-size:1.05rem;padding-top:1rem}
dl>div{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem .9rem;padding:.15rem 0}
dd{white-space:pre-wrap;overflow-wrap:anywhere}
@media (max-width:30rem){dl>div{grid-template-columns:1fr}}
@page{size:A4 portrait;margin:0}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--ground:#fff;--wash:#fff}body{background:#fff;color:#000;font-size:11pt}.no-print{display:none}.wide{padding:0 18mm}header.top{padding:18mm 0 4mm}h3,h2{break-after:avoid}dl>div{break-inside:avoid}}
`;
