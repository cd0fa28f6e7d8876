import type { PageReply } from '../../contracts/page.js';
import { hsdsPage } from '../../domain/hsds/index.js';
import type { Records } from './source.js';

/** So many records are read at a time. */
export const perSlice = 100;

/** All records in one file, slice by slice: who presses meanwhile is answered first. */
export async function wholeFile(records: Records, fileName: string): Promise<PageReply> {
  const total = await records.count();
  const bytes = new TextEncoder();
  const head = JSON.stringify({ ...hsdsPage([], total), size: total, empty: total === 0, contents: [] });
  const parts = [bytes.encode(head.slice(0, -']}'.length))];
  for (let from = 0; from < total; from += perSlice) {
    const slice = await records.some(from, perSlice);
    const text = slice.map((one) => JSON.stringify(one)).join(',');
    parts.push(bytes.encode(from === 0 || text === '' ? text : `,${text}`));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { json: [...parts, bytes.encode(']}')], fileName };
}
