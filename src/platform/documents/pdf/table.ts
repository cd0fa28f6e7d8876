import type { Drawn } from './block.js';
import { group, heightOf, makeRoom, ornament, rule, tagged, widthOf, write, type Canvas } from './canvas.js';
import { columnWidths, type ColumnWish } from './column-widths.js';
import { above, colour, column, fullHeight, page, styles, type TextStyle } from './look.js';

type Row = readonly string[];
type Element = PDFKit.PDFStructureElement;
interface Table {
  readonly head: Row;
  readonly rows: readonly Row[];
}

/** Where a column stands, and on which side its cells. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Less below than above: a line of text brings the room for its descenders along. */
const padding = { side: 7, top: 6, bottom: 3.6 } as const;
const headScope: PDFKit.Mixins.StructureElementOptions & { readonly scope: string } = { scope: 'Column' };

/** Figures, with what may stand around them: '12', '< 5', '± 3,5', '40 %', '–'. */
const isFigure = (cell: string): boolean => /^[<>≥≤±+–-]?\s*[\d\s.,]*\s*%?$/.test(cell.trim());

/** A table; its head stands on every page, its rows are never split, columns of figures stand on the right. */
export const table = ({ head, rows }: Table): Drawn => ({
  above: above.table,
  first(canvas) {
    const columns = layOut(canvas, { head, rows });
    return heightOfRow(canvas, head, columns, styles.head) + firstRows(canvas, rows, columns);
  },
  draw(canvas) {
    const columns = layOut(canvas, { head, rows });
    const element = group(canvas, canvas.root, 'Table');
    makeRoom(canvas, heightOfRow(canvas, head, columns, styles.head) + firstRows(canvas, rows, columns));
    drawHead(canvas, element, head, columns);
    for (const row of rows) drawRow(canvas, element, { row, head, columns });
    element.end();
  },
});

/** The head stands with at least two rows. */
const firstRows = (canvas: Canvas, rows: readonly Row[], columns: readonly Column[]): number =>
  Math.min(
    fullHeight / 2,
    rows.slice(0, 2).reduce((height, row) => height + heightOfRow(canvas, row, columns, styles.cell), 0),
  );

/** When not everything fits on one line, a head is broken before the cells are. */
function layOut(canvas: Canvas, { head, rows }: Table): Column[] {
  const figures = head.map((_, index) => rows.length > 0 && rows.every((row) => isFigure(row[index] ?? '')));
  const wishes = head.map((title, index) => {
    const cells = rows.map((row) => row[index] ?? '');
    const headWord = wide(canvas, wordsIn([title]), styles.head);
    const natural = Math.max(headWord, wide(canvas, cells, styles.cell));
    const least = Math.max(headWord, wide(canvas, wordsIn(cells), styles.cell));
    return { natural, least, unbroken: Math.max(natural, wide(canvas, [title], styles.head)), figures: figures[index] };
  });
  const roomy = wishes.reduce((total, { unbroken }) => total + unbroken, 0) <= column;
  const asked = wishes.map(({ natural, unbroken, least, figures }): ColumnWish => {
    return { natural: roomy ? unbroken : natural, least, stretches: figures !== true };
  });
  let x = page.side;
  return columnWidths(asked, column).map((width, index) => {
    const at = { x, width, align: figures[index] === true ? ('right' as const) : ('left' as const) };
    x += width;
    return at;
  });
}

/** Each with a space behind it: pdfkit breaks a word that does not fit together with its space. */
const wordsIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(/\s+/).map((word) => `${word} `));

const wide = (canvas: Canvas, texts: readonly string[], style: TextStyle): number =>
  Math.max(0, ...texts.map((text) => widthOf(canvas, text, style))) + 2 * padding.side + 1;

/** Never higher than a page with its head: a cell that says more is cut. */
const heightOfRow = (canvas: Canvas, row: Row, columns: readonly Column[], style: TextStyle): number =>
  Math.min(
    fullHeight * 0.8,
    Math.max(
      ...columns.map(({ width }, index) => heightOf(canvas, row[index] ?? '', style, width - 2 * padding.side)),
    ) +
      padding.top +
      padding.bottom,
  );

function drawCells(
  canvas: Canvas,
  cells: Row,
  columns: readonly Column[],
  style: TextStyle,
  frame: (draw: () => void) => void,
): void {
  const y = canvas.doc.y;
  const height = heightOfRow(canvas, cells, columns, style);
  columns.forEach(({ x, width, align }, index) => {
    const inner = {
      x: x + padding.side,
      width: width - 2 * padding.side,
      height: height - padding.top - padding.bottom,
    };
    frame(() => write(canvas, cells[index] ?? '', style, { ...inner, y: y + padding.top, align }));
  });
  canvas.doc.y = y + height;
}

function drawHead(canvas: Canvas, element: Element, head: Row, columns: readonly Column[]): void {
  const row = group(canvas, element, 'TR');
  drawCells(canvas, head, columns, styles.head, (draw) => tagged(canvas, row, 'TH', draw, headScope));
  row.end();
  rule(canvas, canvas.doc.y, colour.accent, 0.9);
}

/** On a following page the head is there for the eye only: it has been read aloud already. */
function repeatHead(canvas: Canvas, head: Row, columns: readonly Column[]): void {
  drawCells(canvas, head, columns, styles.head, (draw) => ornament(canvas, draw));
  rule(canvas, canvas.doc.y, colour.accent, 0.9);
}

interface Line {
  readonly row: Row;
  readonly head: Row;
  readonly columns: readonly Column[];
}

function drawRow(canvas: Canvas, element: Element, { row, head, columns }: Line): void {
  const height = heightOfRow(canvas, row, columns, styles.cell);
  if (makeRoom(canvas, height)) repeatHead(canvas, head, columns);
  const part = group(canvas, element, 'TR');
  drawCells(canvas, row, columns, styles.cell, (draw) => tagged(canvas, part, 'TD', draw));
  part.end();
  rule(canvas, canvas.doc.y, colour.line, 0.5);
}
