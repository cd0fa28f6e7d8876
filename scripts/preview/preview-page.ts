import type { Theme } from './host-config.js';
import { hostConfig, styles } from './host-config.js';

/** A card drawn with one of its samples. */
export interface DrawnCard {
  readonly feature: string;
  readonly slug: string;
  readonly sample: string;
  readonly card: object;
}

interface Frame {
  readonly theme: Theme;
  readonly width: 'wide' | 'narrow';
}

const frames: readonly Frame[] = [
  { theme: 'light', width: 'wide' },
  { theme: 'dark', width: 'wide' },
  { theme: 'light', width: 'narrow' },
];

/** The anchor of a drawn card in the page, and the name of its picture. */
export const anchorOf = ({ slug, sample }: DrawnCard): string =>
  sample === 'sample' ? slug : `${slug}--${sample.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const script = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** The whole preview as one HTML page; `libraries` are the renderer's and markdown-it's file names beside it. */
export function previewPage(cards: readonly DrawnCard[], libraries: readonly string[]): string {
  const items = cards.map((card) => ({ id: anchorOf(card), card: card.card }));
  const links = cards.map((card) => `<a href="#${anchorOf(card)}">${card.feature} · ${anchorOf(card)}</a>`);
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Kaarten</title><style>${styles}</style></head><body>
<nav>${links.join('')}</nav>
${cards.map(sectionOf).join('\n')}
${libraries.map((name) => `<script src="${name}"></script>`).join('\n')}
<script>
const configs = { light: ${script(hostConfig('light'))}, dark: ${script(hostConfig('dark'))} };
for (const { id, card } of ${script(items)}) {
  for (const frame of document.querySelectorAll('#' + CSS.escape(id) + ' .frame')) {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(configs[frame.dataset.theme]);
    drawn.parse(card);
    frame.append(drawn.render());
  }
}
document.body.dataset.ready = 'yes';
</script></body></html>
`;
}

function sectionOf(card: DrawnCard): string {
  const bytes = Buffer.byteLength(JSON.stringify(card.card));
  const drawn = frames.map(({ theme, width }) => `<div class="frame ${theme} ${width}" data-theme="${theme}"></div>`);
  return `<section id="${anchorOf(card)}"><h2>${card.slug} <small>${escapeHtml(card.feature)} · ${escapeHtml(card.sample)} · ${bytes} bytes</small></h2><div class="frames">${drawn.join('')}</div></section><br>`;
}
