import writeWorkbook from 'write-excel-file/node';
import type { Cell, TableSheet } from '../../contracts/document.js';

/** A workbook (Office Open XML) with a tab per table. A text is written as text: nothing in it can become a formula. */
export async function drawWorkbook(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  return new Uint8Array(await writeWorkbook(sheets.map(tabOf)).toBuffer());
}

const narrowest = 10;
const widest = 60;

function tabOf({ name, above, head, rows }: TableSheet) {
  const bold = { fontWeight: 'bold' } as const;
  return {
    sheet: name,
    data: [
      ...above.map((line, index) => [index === 0 ? { ...textCell(line), ...bold } : textCell(line)]),
      ...(above.length === 0 ? [] : [[]]),
      head.map((word) => ({ ...textCell(word), ...bold })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: head.map((word, index) => ({
      width: widthOf(
        word,
        rows.map((row) => row[index] ?? null),
      ),
    })),
  };
}

const textCell = (value: string) => ({ value, type: String }) as const;

const cellOf = (cell: Cell) =>
  cell === null ? null : typeof cell === 'number' ? ({ value: cell, type: Number } as const) : textCell(cell);

/** As wide as its longest value, within bounds. */
const widthOf = (word: string, cells: readonly Cell[]): number =>
  Math.min(widest, Math.max(narrowest, ...[word, ...cells].map((cell) => String(cell ?? '').length + 2)));
