import { createHash } from 'node:crypto';
import type { Language } from '../../../domain/language.js';
import type { PageAnswer, PageRequest } from '../../../contracts/page.js';
import { html, trusted, type Html } from './html.js';

export interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly style: string;
  readonly body: Html;
  /** True: search engines leave it alone. */
  readonly hidden?: boolean;
}

/** A whole page: no script, no picture from elsewhere, its style in it. */
export const framed = ({ language, title, style, body, hidden }: Frame): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${hidden === true && trusted('<meta name="robots" content="noindex">')}
        <title>${title}</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;

/** So long a browser may show what it has, in seconds; then it asks whether it is still the same. */
const freshSeconds = 60;

/** What everybody may see and keep for a moment; the same again is answered with 304 and nothing else. */
export function publicAnswer(request: PageRequest, type: string, body: string, status = 200): PageAnswer {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': `public, max-age=${freshSeconds}`, vary: 'Accept-Encoding' };
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (status === 200 && (known.includes(etag) || known.includes('*'))) return { status: 304, type, body: '', headers };
  return { status, type, body, headers };
}

/** What is one person's: kept nowhere. */
export const privateAnswer = (body: string, status = 200): PageAnswer => ({
  status,
  type: htmlType,
  body,
  headers: { 'cache-control': 'no-store' },
});

export const htmlType = 'text/html; charset=utf-8';
export const jsonType = 'application/json; charset=utf-8';

/** Sends on to another page. */
export const sentTo = (path: string, status: 301 | 303): PageAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: '',
  headers: { location: path },
});

export const languageOf = (request: PageRequest): Language => (request.query.get('taal') === 'en' ? 'en' : 'nl');
