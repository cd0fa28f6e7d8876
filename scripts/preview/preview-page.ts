import { anchorOf, type DrawnCard } from './draw-cards.js';
import { hostConfig } from './host-config.js';
import { styles } from './look.js';
import type { Theme } from './teams-colours.js';

/** One way in which a card is drawn. */
export interface Frame {
  readonly theme: Theme;
  readonly width: 'wide' | 'narrow';
}

/** What stands side by side in the gallery. */
export const galleryFrames: readonly Frame[] = [
  { theme: 'light', width: 'wide' },
  { theme: 'dark', width: 'wide' },
  { theme: 'contrast', width: 'wide' },
  { theme: 'light', width: 'narrow' },
];

/** The scripts that stand beside the page: the renderer, and what reads Markdown for it. */
export const libraries = {
  'adaptivecards.js': 'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it.js': 'markdown-it/browser',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const script = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** Cards in frames as one HTML page, that says `data-ready` when all are drawn. */
export function previewPage(cards: readonly DrawnCard[], frames: readonly Frame[]): string {
  const items = cards.map((card) => ({ id: anchorOf(card), card: card.card }));
  const used = [...new Set(frames.map(({ theme }) => theme))];
  const configs = Object.fromEntries(used.map((theme) => [theme, hostConfig(theme)]));
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Kaarten</title><style>${styles}</style></head><body>
<nav aria-label="Kaarten">${cards.map(linkTo).join('')}</nav>
<main><h1>Kaarten</h1>
${cards.map((card) => sectionOf(card, frames)).join('\n')}
</main>
${Object.keys(libraries)
  .map((name) => `<script src="${name}"></script>`)
  .join('\n')}
<script>
const configs = ${script(configs)};
for (const { id, card } of ${script(items)}) {
  for (const frame of document.querySelectorAll('#' + CSS.escape(id) + ' .frame')) {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(configs[frame.dataset.theme]);
    drawn.parse(card);
    frame.append(drawn.render());
  }
}
document.fonts.ready.then(() => { document.body.dataset.ready = 'yes'; });
</script></body></html>
`;
}

const linkTo = (card: DrawnCard): string => `<a href="#${anchorOf(card)}">${card.feature} · ${anchorOf(card)}</a>`;

function sectionOf(card: DrawnCard, frames: readonly Frame[]): string {
  const bytes = Buffer.byteLength(JSON.stringify(card.card));
  const drawn = frames.map(
    ({ theme, width }) => `<div class="frame ${theme} ${width}" lang="${card.language}" data-theme="${theme}"></div>`,
  );
  const about = `${escapeHtml(card.feature)} · ${escapeHtml(card.sample)} · ${bytes} bytes`;
  return `<section id="${anchorOf(card)}"><h2>${card.slug} <small>${about}</small></h2><div class="frames">${drawn.join('')}</div></section>`;
}
