import { readFileSync } from 'node:fs';
import { once } from '../../../lib/once.js';
import type { TextStyle } from './look.js';
import { isStandard, printable, printableWith } from './printable.js';

/**
 * Noto Sans (SIL Open Font License 1.1, © The Noto Project Authors), its Latin, Greek, Cyrillic and Vietnamese signs, two weights, as base64:
 * so that the build brings it along. pdfkit puts into a file only the signs that are used.
 */
const fonts = once(() => {
  const { regular, bold } = JSON.parse(
    readFileSync(new URL('../fonts/noto-sans.json', import.meta.url), 'utf8'),
  ) as Record<'regular' | 'bold', string>;
  return { Helvetica: Buffer.from(regular, 'base64'), 'Helvetica-Bold': Buffer.from(bold, 'base64') };
});

const nameOf = { Helvetica: 'Noto Sans', 'Helvetica-Bold': 'Noto Sans Bold' } as const;

interface FontOfDocument {
  readonly font: { hasGlyphForCodePoint(code: number): boolean };
}
const registered = new WeakSet<PDFKit.PDFDocument>();

/** The embedded font in this document, with what it has. */
function embedded(doc: PDFKit.PDFDocument, font: TextStyle['font']): (code: number) => boolean {
  if (!registered.has(doc)) {
    for (const standard of ['Helvetica', 'Helvetica-Bold'] as const)
      doc.registerFont(nameOf[standard], fonts()[standard]);
    registered.add(doc);
  }
  doc.font(nameOf[font]);
  const { font: face } = Reflect.get(doc, '_font') as FontOfDocument;
  return (code) => face.hasGlyphForCodePoint(code);
}

/**
 * In which font a text is set, and as what. The standard fonts of PDF, which are quick, as long as they have every letter; otherwise Noto
 * Sans for the whole text, so that a name is set in one font. Of scripts that it lacks (Arabic, Hebrew, Chinese) the letters are spelled
 * in Latin ones.
 */
export function setIn(
  doc: PDFKit.PDFDocument,
  text: string,
  font: TextStyle['font'],
): { readonly font: string; readonly shown: string } {
  if (isStandard(text)) return { font, shown: printable(text) };
  return { font: nameOf[font], shown: printableWith(embedded(doc, font), text) };
}
