import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import type { Block, Sheet } from '../../contracts/document.js';
import { barChart } from './pdf/bar-chart.js';
import type { Drawn } from './pdf/block.js';
import { leave, makeRoom, rule, tagged, write, type Canvas } from './pdf/canvas.js';
import { factRows } from './pdf/fact-rows.js';
import { drawFeet } from './pdf/foot.js';
import { colour, fullHeight, page, styles } from './pdf/look.js';
import { printable } from './pdf/printable.js';
import { bulletList, heading, paragraph, remark } from './pdf/running-text.js';
import { table } from './pdf/table.js';
import type { Drawing } from './drawing.js';

type Pdf = Extract<Sheet, { readonly kind: 'pdf' }>;

/**
 * A document as PDF, A4, tagged for who listens to it. The same sheet at the same moment gives the same bytes: the date
 * in the file is the drawing's.
 */
export async function drawPdf(sheet: Pdf, { language, now, turn }: Drawing): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { left: page.side, right: page.side, top: page.top, bottom: page.bottom },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language === 'nl' ? 'nl-BE' : 'en-GB',
    displayTitle: true,
    info: { Title: sheet.title, Creator: 'Meldpunt', Producer: 'pdfkit', CreationDate: now, ModDate: now },
  });
  const bytes = collect(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const canvas: Canvas = { doc, root };
  drawTitle(canvas, sheet);
  await drawBlocks(canvas, sheet.blocks, turn);
  drawFeet(canvas, sheet.foot);
  root.end();
  doc.end();
  return bytes;
}

async function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  await once(doc, 'end');
  return Buffer.concat(chunks);
}

function drawTitle(canvas: Canvas, { title, subtitle }: Pdf): void {
  const { doc, root } = canvas;
  tagged(canvas, root, 'H1', () => write(canvas, title, styles.title));
  if (printable(subtitle) !== '') {
    doc.y += 5;
    tagged(canvas, root, 'P', () => write(canvas, subtitle, styles.subtitle));
  }
  doc.y += 14;
  rule(canvas, doc.y, colour.accent, 1.4);
  doc.y += 8;
}

/** Draws the blocks one after the other; a heading goes to the next page together with the beginning of what follows. */
async function drawBlocks(canvas: Canvas, blocks: readonly Block[], turn: Drawing['turn']): Promise<void> {
  const drawn = blocks.map((block) => ('newPage' in block ? 'newPage' : toDrawn(block)));
  for (const index of drawn.keys()) {
    drawBlock(canvas, drawn.slice(index));
    await turn?.();
  }
}

function drawBlock(canvas: Canvas, rest: readonly (Drawn | 'newPage')[]): void {
  const [block] = rest;
  if (block === undefined) return;
  if (block === 'newPage') return void (rest.some((next) => next !== 'newPage') && makeRoom(canvas, fullHeight));
  makeRoom(canvas, block.above + together(canvas, rest));
  leave(canvas, block.above);
  block.draw(canvas);
}

/** The height of what may not be torn apart: headings, and the beginning of the first block that is none. */
function together(canvas: Canvas, [block, ...others]: readonly (Drawn | 'newPage')[]): number {
  if (block === undefined || block === 'newPage') return 0;
  const next = others[0];
  const follows = block.leads === true && next !== undefined && next !== 'newPage';
  return block.first(canvas) + (follows ? next.above + together(canvas, others) : 0);
}

function toDrawn(block: Exclude<Block, { readonly newPage: true }>): Drawn {
  if ('heading' in block) return heading(block.heading);
  if ('text' in block) return paragraph(block.text);
  if ('remark' in block) return remark(block.remark);
  if ('list' in block) return bulletList(block.list);
  if ('facts' in block) return factRows(block.facts);
  if ('table' in block) return table(block.table);
  return barChart(block.bars);
}
