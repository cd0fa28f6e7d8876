import { stringify } from 'csv-stringify/sync';
import type { TableSheet } from '../../contracts/document.js';

/**
 * A table as text (RFC 4180) that a Belgian spreadsheet opens as columns: semicolons, a byte order mark, comma numbers being whole ones
 * only. A text that a spreadsheet would take for a formula gets a quote before it (OWASP, CSV injection); numbers stay numbers.
 */
export const drawCsv = ({ head, rows }: Pick<TableSheet, 'head' | 'rows'>): string =>
  stringify([head, ...rows] as (string | number | null)[][], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
