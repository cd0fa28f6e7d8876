import type { Sheet } from '../../contracts/document.js';
import { drawInvitation } from './draw-invitation.js';
import type { Drawing } from './drawing.js';

/** A file that was made of a sheet. */
export interface DrawnSheet {
  readonly type: string;
  readonly extension: '.pdf' | '.ics' | '.xlsx' | '.csv';
  readonly bytes: Uint8Array;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes the file of a sheet: a PDF, a workbook, a table as text, a calendar file of an invitation. */
export async function drawSheet(sheet: Sheet, drawing: Drawing): Promise<DrawnSheet> {
  if (sheet.kind === 'pdf') {
    // Its fonts and tables are read when somebody asks for a PDF, not at every start.
    const { drawPdf } = await import('./draw-pdf.js');
    return { type: 'application/pdf', extension: '.pdf', bytes: await drawPdf(sheet, drawing) };
  }
  if (sheet.kind === 'workbook') {
    const { drawWorkbook } = await import('./draw-workbook.js');
    return { type: workbookType, extension: '.xlsx', bytes: await drawWorkbook(sheet.sheets) };
  }
  if (sheet.kind === 'csv') {
    const { drawCsv } = await import('./draw-csv.js');
    return {
      type: 'text/csv; charset=utf-8',
      extension: '.csv',
      bytes: new TextEncoder().encode(drawCsv(sheet.table)),
    };
  }
  const bytes = new TextEncoder().encode(drawInvitation(sheet));
  return { type: 'text/calendar; charset=utf-8', extension: '.ics', bytes };
}
