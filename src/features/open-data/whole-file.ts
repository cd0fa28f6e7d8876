import { createHash } from 'node:crypto';
import type { PageReply } from '../../contracts/page.js';
import { hsdsPage } from '../../domain/hsds/index.js';
import type { Records } from './source.js';

/** So many records are read and written at a time: a slice holds nobody up. */
export const perSlice = 100;

/** All records in one file, slice by slice, with the mark of what it holds. */
export async function wholeFile(records: Records, fileName: string): Promise<PageReply> {
  const total = await records.count();
  const { contents: _none, ...head } = { ...hsdsPage([], total), size: total, empty: total === 0 };
  const parts = [Buffer.from(`${JSON.stringify(head).slice(0, -1)},"contents":[`)];
  const mark = createHash('sha256').update(parts[0]!);
  for (let from = 0; from < total; from += perSlice) {
    const slice = await records.some(from, perSlice);
    const text = slice.map((one) => JSON.stringify(one)).join(',');
    const part = Buffer.from(`${from === 0 || text === '' ? '' : ','}${text}`);
    mark.update(part);
    parts.push(part);
    // Who presses meanwhile is answered first.
    await new Promise((resolve) => setImmediate(resolve));
  }
  parts.push(Buffer.from(']}'));
  return { json: Buffer.concat(parts), mark: mark.digest('base64url').slice(0, 27), fileName };
}
