import type { CaseFacts } from '../../../contracts/case.js';
import type { Screen } from '../../../contracts/page.js';
import type { LetterLanguage } from '../../../domain/letter-language.js';
import type { FamilyLetter } from './letter-for.js';
import type { Language } from '../../../domain/language.js';
import type { RoundTable } from '../../../domain/round-table/round-table.js';
import { html, type Html } from '../../../lib/html/html.js';
import { mailLink, phoneLink, siteLink } from '../../../lib/html/links.js';
import { letterDate, letterDay, letterTexts, letterTime } from '../../../texts/letter-texts.js';
import { texts } from '../../../texts/index.js';
import { letterStyle } from './letter-style.js';

/** What a letter is written from: the referral, what can be told of it, in which language, for which worker. */
export interface Written {
  readonly whole: CaseFacts;
  readonly letter: FamilyLetter;
  readonly language: LetterLanguage;
  /** The worker who opens it reads this language. */
  readonly reader: Language;
  readonly now: Date;
}

/** A letter for a family: one plain page, no codes, no name of a pupil, and at its end whom to call. */
export function letterPage(written: Written): Screen {
  const { letter, language, reader, whole, now } = written;
  const say = letterTexts(language);
  return {
    language,
    title: titleOf(letter, language),
    sender: whole.clb?.name ?? 'CLB',
    lead: html`<p class="date">${letterDay(now, language)}</p>`,
    main: html`<div class="letter">
      <p>${say.greeting}</p>
      ${bodyOf(written).map((one) => html`<p>${one}</p>`)}
      <p>${say.interpreter}</p>
      <p>${say.stop}</p>
      ${callOf(written)}
      <p>${say.danger}</p>
      <p class="regards">${say.regards}</p>
      <p>${own(whole.referrer?.name ?? '')}<br />${own(whole.clb?.name ?? 'CLB')}</p>
    </div>`,
    foot: html`<p lang="${reader}" dir="ltr">${texts(reader)('papers.letter.how')}</p>`,
    style: letterStyle,
    hidden: true,
  };
}

const sections = { receipt: 'receipt', waiting: 'waiting', place: 'place', 'round-table': 'roundTable' } as const;

const titleOf = ({ tells }: FamilyLetter, language: LetterLanguage): string =>
  letterTexts(language)[sections[tells]].title;

/** A name, a number or a word of another language keeps its own direction in the sentence around it. */
const own = (text: string): Html => html`<bdi>${text}</bdi>`;

/** A sentence with its values put in. */
const filled = (sentence: string, values: Readonly<Record<string, Html>>): Html =>
  html`${sentence.split(/(\{\w+\})/).map((part) => values[/^\{(\w+)\}$/.exec(part)?.[1] ?? ''] ?? part)}`;

function bodyOf({ letter, language, whole }: Written): readonly Html[] {
  const say = letterTexts(language);
  const { referral, service } = whole;
  const project = { project: own(service?.name ?? '') };
  if (letter.tells === 'receipt') {
    const { sent, sentToDesk, next, then, nothing } = say.receipt;
    const first = service === null ? html`${sentToDesk}` : filled(sent, project);
    return [first, html`${next} ${then}`, html`${nothing}`];
  }
  if (letter.tells === 'waiting') {
    const { list, expected, unknown, tell, change } = say.waiting;
    const on = referral.expectedStartOn;
    const start = on === null ? html`${unknown}` : filled(expected, { day: own(letterDate(noon(on), language)) });
    return [filled(list, project), html`${start} ${tell}`, html`${change}`];
  }
  if (letter.tells !== 'round-table') return [filled(say.place.free, project), html`${say.place.soon}`];
  const { invite, together, cannot } = say.roundTable;
  return [filled(invite, project), whenAndWhere(letter.table, project, language), html`${together}`, html`${cannot}`];
}

const comma = (language: LetterLanguage): string => (language === 'ar' ? '، ' : ', ');

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

function whenAndWhere(
  { appointment }: RoundTable<'planned'>,
  project: Readonly<Record<'project', Html>>,
  language: LetterLanguage,
): Html {
  const say = letterTexts(language).roundTable;
  const { startsAt, endsAt, venue, location, url } = appointment;
  const hours = filled(say.hours, {
    from: own(letterTime(startsAt, language)),
    until: own(letterTime(endsAt, language)),
  });
  const at = venue === 'elsewhere' ? null : filled(say[venue], project);
  return html`<strong>${say.when}</strong> ${letterDay(startsAt, language)}${comma(language)}${hours}<br />
    <strong>${say.where}</strong>
    ${at}${at !== null && location !== null && comma(language)}${location !== null && own(location)}
    ${url !== null && html`<br />${siteLink(url)}`}`;
}

/** Whom to call. Without a number a line stands open, to write it on. */
function callOf({ whole: { referrer, clb }, language }: Written): Html {
  const say = letterTexts(language);
  const phone = referrer?.phone ?? clb?.phone ?? null;
  const email = referrer?.email ?? clb?.email ?? null;
  return html`<p class="call">
    <strong>${say.call}</strong><br />
    ${own(referrer?.name ?? clb?.name ?? 'CLB')}<br />
    ${say.phone}:
    ${phone === null ? html`<span class="open-line"></span>` : html`<bdi dir="ltr">${phoneLink(phone)}</bdi>`}
    ${email !== null && html`<br />${say.mail}: <bdi dir="ltr">${mailLink(email)}</bdi>`}
  </p>`;
}

/** What an address says that opens no letter (any more). */
export function noLetterPage(language: Language): Screen {
  const t = texts(language);
  return {
    language,
    title: t('papers.letter.closed-title'),
    sender: t('papers.letter.sender'),
    main: html`<p>${t('papers.letter.closed')}</p>`,
    foot: html`${null}`,
    hidden: true,
  };
}
