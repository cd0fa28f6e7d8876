import { column, page, type TextStyle } from './look.js';
import { setIn } from './set-in.js';

type Element = PDFKit.PDFStructureElement;

/** The document while it is drawn; `doc.y` is where the next block begins. */
export interface Canvas {
  readonly doc: PDFKit.PDFDocument;
  /** The root of what is read aloud. */
  readonly root: Element;
}

export interface Box {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  /** Text that is higher is cut off with an ellipsis. */
  readonly height?: number;
  readonly align?: 'left' | 'right';
}

const slack = 0.01;
const lowest = page.height - page.bottom;

/** Is there so much height left on this page? */
export const fits = ({ doc }: Canvas, height: number): boolean => doc.y + height <= lowest + slack;

/** Begins a new page when so much height is not left. True when it did. */
export function makeRoom(canvas: Canvas, height: number): boolean {
  if (fits(canvas, height) || isAtTop(canvas)) return false;
  canvas.doc.addPage();
  return true;
}

export const isAtTop = ({ doc }: Canvas): boolean => doc.y <= page.top + slack;

/** Leaves some space, not at the top of a page. */
export function leave(canvas: Canvas, space: number): void {
  if (!isAtTop(canvas)) canvas.doc.y += space;
}

/** Text as it is drawn, with the font that has all its signs. */
const dressed = ({ doc }: Canvas, text: string, style: TextStyle): { doc: PDFKit.PDFDocument; shown: string } => {
  const { font, shown } = setIn(doc, text, style.font);
  return { doc: doc.font(font).fontSize(style.size).fillColor(style.colour), shown };
};

/** How high the text will be in a column of this width, without the lead under its last line. */
export function heightOf(canvas: Canvas, text: string, style: TextStyle, width: number = column): number {
  const { doc, shown } = dressed(canvas, text, style);
  return doc.heightOfString(shown || ' ', { width, lineGap: style.lead }) - style.lead;
}

export function widthOf(canvas: Canvas, text: string, style: TextStyle): number {
  const { doc, shown } = dressed(canvas, text, style);
  return doc.widthOfString(shown);
}

/** How high one line is. */
export const lineOf = (canvas: Canvas, style: TextStyle): number => heightOf(canvas, 'M', style);

/** Writes text at a place, by default at the cursor over the whole column; leaves the cursor under it. */
export function write(canvas: Canvas, text: string, style: TextStyle, box: Box = {}): void {
  const { x = page.side, y = canvas.doc.y, width = column, height, align = 'left' } = box;
  const cut = height === undefined ? {} : { height: height + style.lead + slack, ellipsis: true };
  const { doc, shown } = dressed(canvas, text, style);
  doc.text(shown, x, y, { width, lineGap: style.lead, align, ...cut });
  canvas.doc.y -= style.lead;
}

/** Something that is read aloud, with what it is: `H1`, `P`, `TD`. */
export function tagged(
  { doc }: Canvas,
  parent: Element,
  tag: string,
  draw: () => void,
  options: PDFKit.Mixins.StructureElementOptions = {},
): void {
  parent.add(doc.struct(tag, options, draw));
}

/** A part that holds other parts: a list, a table, a row. */
export function group({ doc }: Canvas, parent: Element, tag: string): Element {
  const element = doc.struct(tag);
  parent.add(element);
  return element;
}

/** Something that is only looked at: a line, a shade, a bar. */
export function ornament({ doc }: Canvas, draw: (doc: PDFKit.PDFDocument) => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw(doc);
  doc.endMarkedContent();
}

/** A thin line over the column. */
export function rule(canvas: Canvas, y: number, ink: string, thickness = 0.6): void {
  ornament(canvas, (doc) =>
    doc
      .lineWidth(thickness)
      .strokeColor(ink)
      .moveTo(page.side, y)
      .lineTo(page.side + column, y)
      .stroke(),
  );
}
