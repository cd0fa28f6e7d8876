import type { Bar, Bars } from '../../../contracts/document.js';
import type { Drawn } from './block.js';
import { group, heightOf, makeRoom, ornament, tagged, widthOf, write, type Canvas } from './canvas.js';
import { above, colour, column, fullHeight, page, styles } from './look.js';

type Element = PDFKit.PDFStructureElement;

const thick = { now: 11, before: 5 } as const;
/** Letters stand high in their line: so much lower they look centred beside a bar. */
const lowered = 1.7;
const gap = { label: 10, shown: 6, rows: 7, title: 9 } as const;

/** Where the parts of a chart stand. */
interface Frame {
  readonly labels: number;
  readonly barsAt: number;
  readonly fullBar: number;
  readonly highest: number;
  readonly double: boolean;
}

/**
 * A chart of horizontal bars, whole on one page; only one that is higher than a page goes on between two bars. For who
 * listens it is a list of labels and what is shown beside them.
 */
export const barChart = (chart: Bars): Drawn => ({
  above: above.bars,
  first: (canvas) => Math.min(fullHeight, heightOfChart(canvas, chart, frameOf(canvas, chart))),
  draw(canvas) {
    const frame = frameOf(canvas, chart);
    const height = heightOfChart(canvas, chart, frame);
    if (height <= fullHeight) makeRoom(canvas, height);
    tagged(canvas, canvas.root, 'P', () => write(canvas, chart.title, styles.chartTitle));
    if (chart.legend !== null) drawLegend(canvas, chart.legend);
    canvas.doc.y += gap.title;
    const list = group(canvas, canvas.root, 'L');
    chart.bars.forEach((bar, index) => drawBar(canvas, list, bar, frame, index === 0 ? 0 : gap.rows));
    list.end();
  },
});

function frameOf(canvas: Canvas, { bars, highest }: Bars): Frame {
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => widthOf(canvas, text, styles.bar))) + 1;
  const labels = Math.min(column * 0.4, widest(bars.map((bar) => bar.label)));
  const shown = Math.min(column * 0.3, widest(bars.map((bar) => bar.shown)));
  const barsAt = page.side + labels + gap.label;
  return {
    labels,
    barsAt,
    fullBar: page.side + column - shown - gap.shown - barsAt,
    highest: Math.max(highest, 1e-9),
    double: bars.some((bar) => bar.before !== undefined && bar.before !== null),
  };
}

const heightOfChart = (canvas: Canvas, chart: Bars, frame: Frame): number =>
  heightOf(canvas, chart.title, styles.chartTitle) +
  (chart.legend === null ? 0 : legendHeight(canvas)) +
  gap.title +
  chart.bars.reduce((height, bar) => height + heightOfBar(canvas, bar, frame), 0) +
  gap.rows * Math.max(0, chart.bars.length - 1);

const barsHeight = (frame: Frame): number => thick.now + (frame.double ? thick.before + 1 : 0);

const heightOfBar = (canvas: Canvas, bar: Bar, frame: Frame): number =>
  Math.max(heightOf(canvas, bar.label, styles.bar, frame.labels), barsHeight(frame));

const legendHeight = (canvas: Canvas): number => heightOf(canvas, 'M', styles.remark) + 5;

function drawLegend(canvas: Canvas, legend: readonly [string, string]): void {
  const y = canvas.doc.y + 5;
  let x: number = page.side;
  tagged(canvas, canvas.root, 'P', () => {
    legend.forEach((word, index) => {
      canvas.doc.rect(x, y, 8, 8).fill(index === 0 ? colour.bar : colour.barBefore);
      const width = widthOf(canvas, word, styles.remark) + 2;
      write(canvas, word, styles.remark, { x: x + 13, y, width });
      x += 13 + width + 14;
    });
  });
  canvas.doc.y = y + heightOf(canvas, 'M', styles.remark);
}

function drawBar(canvas: Canvas, list: Element, bar: Bar, frame: Frame, space: number): void {
  const { doc } = canvas;
  const height = heightOfBar(canvas, bar, frame);
  if (!makeRoom(canvas, space + height)) doc.y += space;
  const top = doc.y;
  const middle = (inner: number): number => top + (height - inner) / 2;
  const barTop = middle(barsHeight(frame));
  const end = drawShapes(canvas, bar, frame, barTop);
  const part = group(canvas, list, 'LI');
  const labelY = middle(heightOf(canvas, bar.label, styles.bar, frame.labels)) + lowered;
  tagged(canvas, part, 'Lbl', () =>
    write(canvas, bar.label, styles.bar, { y: labelY, width: frame.labels, align: 'right' }),
  );
  const style = bar.value === null ? styles.hidden : styles.bar;
  const shownY = barTop + (thick.now - heightOf(canvas, 'M', style)) / 2 + lowered;
  const x = end + gap.shown;
  tagged(canvas, part, 'LBody', () =>
    write(canvas, bar.shown, style, { x, y: shownY, width: page.side + column - x + 1, height: thick.now }),
  );
  part.end();
  doc.y = top + height;
}

/** Draws the bars of one row and the line they stand on; gives where the longer one ends. */
function drawShapes(canvas: Canvas, bar: Bar, frame: Frame, top: number): number {
  const lengthOf = (value: number | null | undefined): number =>
    value === null || value === undefined || value <= 0
      ? 0
      : Math.max(1.5, Math.min(1, value / frame.highest) * frame.fullBar);
  const [now, before] = [lengthOf(bar.value), lengthOf(bar.before)];
  const under = top + thick.now + 1;
  ornament(canvas, (doc) => {
    if (now > 0) doc.rect(frame.barsAt, top, now, thick.now).fill(colour.bar);
    if (before > 0) doc.rect(frame.barsAt, under, before, thick.before).fill(colour.barBefore);
    doc
      .lineWidth(0.8)
      .strokeColor(colour.line)
      .moveTo(frame.barsAt, top - 2)
      .lineTo(frame.barsAt, top + barsHeight(frame) + 2)
      .stroke();
  });
  return frame.barsAt + Math.max(now, before);
}
