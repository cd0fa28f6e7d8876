import type { Drawn } from './block.js';
import { group, heightOf, lineOf, makeRoom, tagged, write, type Canvas } from './canvas.js';
import { above, colour, column, page, styles, type TextStyle } from './look.js';

const indent = 14;
const betweenItems = 3.5;

/** The first lines of a text, at most three: a text is not split with less than that on a page. */
const firstLines = (canvas: Canvas, text: string, style: TextStyle, width: number): number =>
  Math.min(heightOf(canvas, text, style, width), 3 * (lineOf(canvas, style) + style.lead));

const running = (text: string, style: TextStyle, space: number): Drawn => ({
  above: space,
  first: (canvas) => firstLines(canvas, text, style, column),
  draw: (canvas) => tagged(canvas, canvas.root, 'P', () => write(canvas, text, style)),
});

/** A paragraph. */
export const paragraph = (text: string): Drawn => running(text, styles.text, above.text);

/** A remark: small and grey. */
export const remark = (text: string): Drawn => running(text, styles.remark, above.remark);

/** A heading, also in the contents that a reader shows beside the pages. */
export const heading = (text: string): Drawn => ({
  above: above.heading,
  leads: true,
  first: (canvas) => heightOf(canvas, text, styles.heading),
  draw(canvas) {
    canvas.doc.outline.addItem(text);
    tagged(canvas, canvas.root, 'H2', () => write(canvas, text, styles.heading));
  },
});

/** A list with bullets. */
export const bulletList = (items: readonly string[]): Drawn => ({
  above: above.list,
  first: (canvas) => firstLines(canvas, items[0] ?? '', styles.text, column - indent),
  draw(canvas) {
    const list = group(canvas, canvas.root, 'L');
    items.forEach((item, index) => drawItem(canvas, list, item, index === 0 ? 0 : betweenItems));
    list.end();
  },
});

function drawItem(canvas: Canvas, list: PDFKit.PDFStructureElement, item: string, space: number): void {
  const { doc } = canvas;
  makeRoom(canvas, space + firstLines(canvas, item, styles.text, column - indent));
  doc.y += space;
  const top = doc.y;
  const part = group(canvas, list, 'LI');
  tagged(canvas, part, 'Lbl', () => write(canvas, '•', { ...styles.text, colour: colour.accent }, { width: indent }));
  doc.y = top;
  tagged(canvas, part, 'LBody', () =>
    write(canvas, item, styles.text, { x: page.side + indent, width: column - indent }),
  );
  part.end();
}
