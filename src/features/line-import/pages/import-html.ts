import { largestFile, mostRecords } from '../../../lib/hsds/read-document.js';
import type { Screen } from '../../../contracts/page.js';
import type { LookedAt, StoredImport } from '../../../contracts/hsds/stored-import.js';
import type { Language } from '../../../domain/language.js';
import { moment, oneStop } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { html, type Html } from '../../../lib/html/html.js';
import { importStyle } from './import-style.js';
import type { Pass } from './import-pass.js';
import { reviewOf } from './import-review.js';

export type Stopped =
  | 'expired'
  | 'not-desk'
  | 'no-file'
  | 'not-json'
  | 'not-hsds'
  | 'too-many'
  | 'empty-list'
  | 'other-records'
  | 'too-large'
  | 'gone'
  | 'moved'
  | 'bad-left'
  | 'personal-left';

export const megabytes = largestFile / 1024 / 1024;

const stoppedText = (why: Stopped, language: Language): string =>
  texts(language)(`line-import.stopped.${why}`, { megabytes, most: mostRecords });

const alert = (why: Stopped | null, language: Language): Html | false =>
  why !== null && html`<p class="note" role="alert">${stoppedText(why, language)}</p>`;

function importFrame(language: Language, title: string, main: Html, until: string | null): Screen {
  const say = texts(language);
  const foot = html`${until !== null && html`<p>${oneStop(say('line-import.page.valid', { until }))}</p>`}`;
  return { language, title, sender: say('line-import.page.sender'), main, foot, style: importStyle, hidden: true };
}

/** A page that only says why one cannot go on here. */
export const stoppedPage = (why: Stopped, language: Language): Screen =>
  importFrame(language, texts(language)('line-import.page.title'), html`${alert(why, language)}`, null);

/** The form with which a file is chosen. */
export function uploadPage({ actor, path, until }: Pass, why: Stopped | null, now: Date): Screen {
  const { language } = actor;
  const say = texts(language);
  const content = html`${alert(why, language)}
    <p>${say('line-import.page.about')}</p>
    <form method="post" action="${path}" enctype="multipart/form-data">
      <p>
        <label for="bestand">${say('line-import.page.file', { megabytes })}</label>
        <input id="bestand" name="bestand" type="file" accept=".json,.jsonl,.ndjson,application/json" required />
      </p>
      <p><button type="submit">${say('line-import.page.look')}</button></p>
    </form>`;
  return importFrame(language, say('line-import.page.title'), content, moment(until, language, now));
}

/** How far a large file was looked through; the page asks again by itself. */
export function underWayPage({ actor, until }: Pass, { lookedThrough, services }: StoredImport, now: Date): Screen {
  const { language } = actor;
  const say = texts(language);
  const done = say('line-import.under-way.done', { done: lookedThrough, all: services.length });
  const content = html`<p role="status">
      <label for="voortgang">${done}</label>
      <progress id="voortgang" max="${String(services.length)}" value="${String(lookedThrough)}"></progress>
    </p>
    <p>${say('line-import.under-way.about')}</p>`;
  return {
    ...importFrame(language, say('line-import.under-way.title'), content, moment(until, language, now)),
    again: 2,
  };
}

/** What the file would change, with the button that does it. */
export function reviewPage({ actor, path, until }: Pass, looked: LookedAt, why: Stopped | null, now: Date): Screen {
  const { language } = actor;
  const say = texts(language);
  const content = html`${alert(why, language)}${reviewOf(looked, language, path)}
    <p><a href="${path}">${say('line-import.page.another')}</a></p>`;
  return importFrame(language, say('line-import.review.title'), content, moment(until, language, now));
}

/** What an import brought. */
export function resultPage({ actor, path, until }: Pass, { stored }: LookedAt, now: Date): Screen {
  const { language } = actor;
  const say = texts(language);
  const content = html`<p>
      <strong>${stored.counts !== null && say('line-import.line-import-done.counts', { ...stored.counts })}</strong>
    </p>
    ${stored.bad.length > 0 && html`<p>${say('line-import.line-import-done.bad', { count: stored.bad.length })}</p>`}
    ${stored.leftOut > 0 && html`<p>${say('line-import.line-import-done.personal', { count: stored.leftOut })}</p>`}
    <p>${say('line-import.result.about')}</p>
    <p><a href="${path}">${say('line-import.page.another')}</a></p>`;
  return importFrame(language, say('line-import.result.title'), content, moment(until, language, now));
}
