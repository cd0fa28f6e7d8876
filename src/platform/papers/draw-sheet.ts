import type { Sheet } from '../../contracts/paper.js';
import { drawDocument } from './draw-document.js';
import { drawInvitation } from './draw-invitation.js';
import type { Drawing } from './drawing.js';

/** A file that was made of a sheet. */
export interface DrawnSheet {
  readonly type: string;
  readonly extension: '.pdf' | '.ics';
  readonly bytes: Uint8Array;
}

/** Makes the file of a sheet: a PDF of a document, a calendar file of an invitation. */
export async function drawSheet(sheet: Sheet, drawing: Drawing): Promise<DrawnSheet> {
  if (sheet.kind === 'document')
    return { type: 'application/pdf', extension: '.pdf', bytes: await drawDocument(sheet, drawing) };
  const bytes = new TextEncoder().encode(drawInvitation(sheet));
  return { type: 'text/calendar; charset=utf-8', extension: '.ics', bytes };
}
