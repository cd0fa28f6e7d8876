import type { Drawn } from './block.js';
import { group, heightOf, makeRoom, tagged, widthOf, write, type Canvas } from './canvas.js';
import { above, column, fullHeight, page, styles } from './look.js';

type Fact = readonly [label: string, value: string];

const gap = 18;
const between = 6;

/** Labels and values beside each other; a row is not split. */
export const factRows = (facts: readonly Fact[]): Drawn => ({
  above: above.facts,
  first: (canvas) => {
    const labels = labelWidth(canvas, facts);
    return facts.slice(0, 1).reduce((height, fact) => height + rowHeight(canvas, fact, labels), 0);
  },
  draw(canvas) {
    const labels = labelWidth(canvas, facts);
    const list = group(canvas, canvas.root, 'L');
    facts.forEach((fact, index) => drawFact(canvas, list, fact, labels, index === 0 ? 0 : between));
    list.end();
  },
});

/** As wide as the widest label, at most two fifths of the column. */
const labelWidth = (canvas: Canvas, facts: readonly Fact[]): number =>
  Math.min(column * 0.4, Math.max(0, ...facts.map(([label]) => widthOf(canvas, label, styles.label) + 1)));

const valueWidth = (labels: number): number => column - labels - gap;

const rowHeight = (canvas: Canvas, [label, value]: Fact, labels: number): number =>
  Math.min(
    fullHeight,
    Math.max(heightOf(canvas, label, styles.label, labels), heightOf(canvas, value, styles.text, valueWidth(labels))),
  );

function drawFact(canvas: Canvas, list: PDFKit.PDFStructureElement, fact: Fact, labels: number, space: number): void {
  const { doc } = canvas;
  const [label, value] = fact;
  const height = rowHeight(canvas, fact, labels);
  if (!makeRoom(canvas, space + height)) doc.y += space;
  const y = doc.y;
  const row = group(canvas, list, 'LI');
  tagged(canvas, row, 'Lbl', () => write(canvas, label, styles.label, { y, width: labels, height }));
  tagged(canvas, row, 'LBody', () =>
    write(canvas, value, styles.text, { x: page.side + labels + gap, y, width: valueWidth(labels), height }),
  );
  row.end();
  doc.y = y + height;
}
