import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DrawnCard } from './draw-cards.js';
import { fontFiles } from './fonts.js';
import { libraries, previewPage, type Frame } from './preview-page.js';

const require = createRequire(import.meta.url);

/** Writes a page of cards into a folder, with all that it needs beside it: it opens from there. Gives its path. */
export function writeGallery(
  folder: string,
  cards: readonly DrawnCard[],
  frames: readonly Frame[],
  name = 'index',
): string {
  mkdirSync(folder, { recursive: true });
  for (const [own, from] of Object.entries(libraries)) copyFileSync(require.resolve(from), join(folder, own));
  for (const { from, name: own } of fontFiles) copyFileSync(from, join(folder, own));
  const page = join(folder, `${name}.html`);
  writeFileSync(page, previewPage(cards, frames));
  return page;
}
