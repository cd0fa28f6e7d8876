import type { Screen } from '../../contracts/page.js';
import { html, trusted, type Html } from '../../lib/html/html.js';
import { look } from './look.js';

/** A whole page: no script, no picture from elsewhere, its style in it. */
export const framed = (screen: Screen): string => turned(wholePage(screen), screen.language);

const wholePage = (screen: Screen): string =>
  html`<!doctype html>
    <html lang="${screen.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${screen.hidden === true && trusted('<meta name="robots" content="noindex">')}
        ${screen.again !== undefined && html`<meta http-equiv="refresh" content="${String(screen.again)}" />`}
        <title>${screen.title}</title>
        <style>
          ${trusted(look + (screen.style ?? ''))}
        </style>
      </head>
      <body>
        <div class="screen">${landmarks(screen)}</div>
        ${screen.paper}
      </body>
    </html> `.text;

/** The landmarks in reading order: the way past the band, the band, what is on the page, its main part, its foot. */
const landmarks = ({ title, sender, lead, skip, contents, main, foot }: Screen): Html =>
  html`${skip && html`<a class="skip" href="#${skip.to}">${skip.text}</a>`}
    <header class="top">
      <div class="wide">
        <p class="sender">${sender}</p>
        <h1>${title}</h1>
        ${lead}
      </div>
    </header>
    ${contents ? html`<div class="wide body">${contentsOf(contents)}${mainOf(skip, main)}</div>` : html`<div class="wide">${mainOf(skip, main)}</div>`}
    <footer><div class="wide">${foot}</div></footer>`;

const contentsOf = ({ name, links }: NonNullable<Screen['contents']>): Html =>
  html`<nav class="contents" aria-label="${name}">${links}</nav>`;

const mainOf = (skip: Screen['skip'], main: Html): Html =>
  skip ? html`<main id="${skip.to}" tabindex="-1">${main}</main>` : html`<main>${main}</main>`;

/** The direction is said only where it is not the usual one. */
const turned = (page: string, language: Screen['language']): string =>
  language === 'ar' ? page.replace('<html lang="ar">', '<html lang="ar" dir="rtl">') : page;
