import type { Language } from '../../domain/language.js';
import { texts, type TextKey, type Values } from '../../texts/index.js';
import { escapeHtml } from '../../lib/html/html.js';
import type { HttpAnswer } from './http-page.js';

type Section =
  | 'home'
  | 'unknown'
  | 'wrong-method'
  | 'this-machine-only'
  | 'not-there'
  | 'link-over'
  | 'busy'
  | 'failed'
  | 'too-large';

export interface MessageOptions {
  readonly values?: Values;
  /** Where one can go from here. */
  readonly links?: readonly (keyof typeof ways)[];
}

const ways = { offer: '/aanbod', 'help-lines': '/hulplijnen', questions: '/vragen', privacy: '/privacy' } as const;

/** Ground and letters are both named: a page that names one of them leaves the other to chance. */
const style = `:root{color-scheme:light dark;--ink:#1f1f1f;--ground:#fff;--accent:#4f52b2}
@media (prefers-color-scheme:dark){:root{--ink:#f2f2f2;--ground:#1c1c20;--accent:#aeb0f5}}
body{font:1.0625rem/1.6 system-ui,'Segoe UI',sans-serif;max-width:34rem;margin:18vh auto 0;padding:0 1.5rem}
html,body{background:var(--ground);color:var(--ink)}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
h1{font-size:1.5rem;line-height:1.3;font-weight:600}`;

/** A page with one message and nothing else: what this is or what went wrong, and what one can do. */
export function messagePage(
  status: number,
  section: Section,
  language: Language,
  { values = {}, links = [] }: MessageOptions = {},
): HttpAnswer {
  const say = texts(language);
  const title = escapeHtml(say(`web.${section}.title` satisfies TextKey));
  const text = escapeHtml(say(`web.${section}.text` satisfies TextKey, values));
  const leads = links.map((link) => `<p><a href="${ways[link]}">${escapeHtml(say(`web.to.${link}`))}</a></p>`).join('');
  const body = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>${leads}</main></body>
</html>
`;
  return { status, type: 'text/html; charset=utf-8', body };
}
