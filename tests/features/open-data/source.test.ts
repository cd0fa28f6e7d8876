import { expect, test } from '@jest/globals';
import { atHand, together, type Records } from '../../../src/features/open-data/source.js';
import { perSlice, wholeFile } from '../../../src/features/open-data/whole-file.js';

const recordsOf = (name: string, count: number): Records =>
  atHand(
    Array.from({ length: count }, (_, index) => ({ id: `${name}${index}`, record: () => ({ id: `${name}${index}` }) })),
  );
const joined = async (...counts: readonly number[]): Promise<Records> => {
  const sources = counts.map((count, index) => {
    const all = recordsOf(String.fromCharCode(97 + index), count);
    return { read: async () => ({ services: all, organisations: all }) };
  });
  return (await together(...sources)({} as never)).services;
};
const idsIn = async (records: Records, from: number, most: number): Promise<unknown[]> =>
  (await records.some(from, most)).map(({ id }) => id);

test.each([1, 2, 3, 5, 7])('pages of %i over several directories hold every record once, in order', async (size) => {
  const records = await joined(4, 0, 3, 1);
  const paged: unknown[] = [];
  for (let from = 0; from < (await records.count()); from += size) paged.push(...(await idsIn(records, from, size)));
  expect(paged).toEqual(['a0', 'a1', 'a2', 'a3', 'c0', 'c1', 'c2', 'd0']);
});

test('one is found in whichever directory it stands, or in none', async () => {
  const records = await joined(2, 2);
  expect(await records.one('b1')).toEqual({ id: 'b1' });
  expect(await records.one('z')).toBeNull();
});

test.each([0, 1, perSlice, 2 * perSlice + 1])(
  'the file of %i records holds them all, and says how many',
  async (count) => {
    const reply = await wholeFile(recordsOf('a', count), 'x.json');
    if (!('json' in reply)) throw new Error('no file');
    const read = JSON.parse(Buffer.concat(reply.json).toString()) as Record<string, unknown>;
    expect(read).toMatchObject({ total_items: count, size: count, empty: count === 0, total_pages: 1 });
    expect((read['contents'] as { id: string }[]).map(({ id }) => id)).toEqual(
      Array.from({ length: count }, (_, index) => `a${index}`),
    );
  },
);

test('a page of a list reads what stands on it, and no more', async () => {
  let made = 0;
  const records = atHand(
    Array.from({ length: 1000 }, (_, index) => ({ id: String(index), record: () => ({ id: String((made += 1)) }) })),
  );
  await records.some(500, 20);
  expect(made).toBe(20);
});
