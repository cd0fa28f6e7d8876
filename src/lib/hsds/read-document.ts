import { checkDocument, type CheckedDocument } from './check-document.js';

/** So many records at once: more would hold up everybody else. */
export const mostRecords = 5000;
/** So large may an uploaded file be, in bytes. */
export const largestFile = 5 * 1024 * 1024;

export type ReadDocument =
  | { readonly ok: true; readonly checked: CheckedDocument }
  | { readonly ok: false; readonly why: 'not-json' | 'not-hsds' | 'too-many' | 'empty-list' | 'other-records' };

/** Reads an HSDS file: JSON, or JSON lines (a record a line). Says why when it cannot be one. */
export function readDocument(text: string): ReadDocument {
  const document = parsed(text.replace(/^\uFEFF/, ''));
  if (document === undefined) return { ok: false, why: 'not-json' };
  const checked = checkDocument(document);
  if (checked === null) return { ok: false, why: 'not-hsds' };
  const { services, organisations, bad } = checked;
  const count = services.length + organisations.length + bad.length;
  if (count === 0) return { ok: false, why: 'empty-list' };
  const nothingOfOurs = services.length + organisations.length === 0;
  if (nothingOfOurs && bad.every(({ faults }) => faults.every(({ code }) => code === 'other-record')))
    return { ok: false, why: 'other-records' };
  return count > mostRecords ? { ok: false, why: 'too-many' } : { ok: true, checked };
}

function parsed(text: string): unknown {
  const whole = jsonOf(text);
  if (whole !== undefined) return whole;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const records = lines.map(jsonOf);
  return lines.length > 1 && records.every((one) => typeof one === 'object' && one !== null) ? records : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
