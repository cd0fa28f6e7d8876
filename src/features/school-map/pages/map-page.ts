import type { Screen } from '../../../contracts/page.js';
import { carePhases, type CarePhase } from '../../../domain/helpline/kinds.js';
import type { Language } from '../../../domain/language.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { html, type Html } from '../../../lib/html/html.js';
import { mailLink, phoneLink, siteLink } from '../../../lib/html/links.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { linesIn, type MapLine, type PrintedMap } from '../told/loaded-map.js';
import { contactWords, kindWord, sinceWord } from '../told/map-words.js';
import { mapStyle } from './map-style.js';

interface Around {
  readonly language: Language;
  readonly code: Html;
  readonly today: LocalDate;
}

/** The map for the staff room: on a screen, and as one sheet of paper with the code that leads to it. No notes of the team. */
export function mapPage(whole: PrintedMap, around: Around): Screen {
  const { map } = whole;
  const { language, today } = around;
  const t = texts(language);
  return {
    language,
    title: t('school-map.page.title', { name: map.name }),
    sender: t('school-map.page.sender'),
    lead: html`<p>${t('school-map.page.lead', { region: t(`common.common.region.${map.region}`) })}</p>
      <p><strong>${t('help-pages.page.danger')}</strong></p>`,
    skip: { to: 'kaart', text: t('school-map.page.skip') },
    main: html`${carePhases.map((phase) => phaseOf(phase, whole, language))} ${seeksOf(whole, language)}`,
    foot: html`<p>${t('school-map.page.made', { day: day(today, language), year: today.slice(0, 4) })}</p>`,
    paper: sheetOf(whole, around),
    style: mapStyle,
    hidden: true,
  };
}

function phaseOf(phase: CarePhase, whole: PrintedMap, language: Language): Html {
  const t = texts(language);
  const lines = linesIn(whole.lines, phase);
  return html`<section class="phase">
    <h2>${t(`helplines.phases.${phase}.name`)}</h2>
    ${
      lines.length === 0
        ? html`<p class="soft">${t('school-map.school-map.nobody')}</p>`
        : html`<div class="lines">${lines.map((one) => lineOf(one, whole, language))}</div>`
    }
  </section>`;
}

function lineOf(one: MapLine, { contacts }: PrintedMap, language: Language): Html {
  const { line, entry } = one;
  const t = texts(language);
  const contact = contacts.get(entry.id);
  const since = sinceWord(one, language);
  return html`<article>
    <h3>${line.name}</h3>
    <p class="soft">${kindWord(line.kind, language)}${since !== null && ` · ${since}`}</p>
    ${
      contact !== undefined &&
      html`<p>
        <strong>${t('school-map.page.contact')}</strong> ${contact.name}
        ${contact.phone !== '' && phoneLink(contact.phone)} ${contact.email !== '' && mailLink(contact.email)}
      </p>`
    }
    <p>
      ${line.phone !== null && phoneLink(line.phone)} ${line.email !== null && mailLink(line.email)}
      ${line.website !== null && siteLink(line.website)}
    </p>
    ${line.howToRefer !== null && html`<p>${line.howToRefer}</p>`}
  </article>`;
}

const seeksOf = ({ map }: PrintedMap, language: Language): Html =>
  html`${
    map.seeks.length > 0 &&
    html`<section class="phase">
      <h2>${texts(language)('school-map.page.seeks')}</h2>
      <p>${map.seeks.map((kind) => kindWord(kind, language)).join(', ')}</p>
    </section>`
  }`;

/** The sheet: two columns, the contact person first, then how the line itself is reached. */
function sheetOf(whole: PrintedMap, { language, code, today }: Around): Html {
  const { map } = whole;
  const t = texts(language);
  return html`<div class="sheet" aria-hidden="true">
    <div class="head">
      <div>
        <p class="big">${t('school-map.page.title', { name: map.name })}</p>
        <p>
          ${t('school-map.page.lead', { region: t(`common.common.region.${map.region}`) })}
          <strong>${t('help-pages.page.danger')}</strong>
        </p>
        <p class="small">${t('school-map.page.made', { day: day(today, language), year: today.slice(0, 4) })}</p>
      </div>
      <div class="code">
        ${code}
        <p class="small">${t('school-map.page.qr')}</p>
      </div>
    </div>
    <div class="columns">
      ${carePhases.map((phase) => printedPhase(phase, whole, language))} ${seeksOf(whole, language)}
    </div>
  </div>`;
}

function printedPhase(phase: CarePhase, whole: PrintedMap, language: Language): Html {
  const lines = linesIn(whole.lines, phase);
  return html`<div class="part">
    <p class="phase-name">${texts(language)(`helplines.phases.${phase}.name`)}</p>
    ${lines.length === 0 && html`<p class="also">${texts(language)('school-map.school-map.nobody')}</p>`}
    ${lines.map(({ line, entry }) => {
      const contact = contactWords(whole.contacts.get(entry.id));
      return html`<div class="line">
        <p><b>${line.name}</b></p>
        ${contact !== null && html`<p>${contact}</p>`}
        <p>${[line.phone, line.email].filter((one) => one !== null).join(' · ')}</p>
      </div>`;
    })}
  </div>`;
}

/** What an address that was withdrawn, or is none of ours, says. */
export function closedPage(language: Language): Screen {
  const t = texts(language);
  return {
    language,
    title: t('school-map.page.closed-title'),
    sender: t('school-map.page.sender'),
    main: html`<p>${t('school-map.page.closed')}</p>`,
    foot: html`<p>
      <a href="/hulplijnen${language === 'nl' ? '' : `?taal=${language}`}">${t('school-map.page.help-lines')}</a>
    </p>`,
    hidden: true,
  };
}
