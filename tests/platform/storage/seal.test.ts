import { expect, test } from '@jest/globals';
import { createSealer } from '../../../src/platform/storage/seal.js';

const keys = { data: new Uint8Array(32).fill(1), index: new Uint8Array(32).fill(2) };
const typed = { pupilName: 'Zébulon Quackelbeen' };

test('given two trails, then what was sealed under the key of one does not open under the other', async () => {
  const sealer = createSealer(keys);
  const [own, other] = [await sealer.newWrappedKey(), await sealer.newWrappedKey()];
  const sealed = await sealer.seal(own, typed);
  expect(await sealer.open(own, sealed)).toEqual(typed);
  await expect(sealer.open(other, sealed)).rejects.toThrow();
});

test('given another key of the environment, then nothing opens', async () => {
  const key = await createSealer(keys).newWrappedKey();
  const sealed = await createSealer(keys).seal(key, typed);
  const stranger = createSealer({ ...keys, data: new Uint8Array(32).fill(3) });
  await expect(stranger.open(key, sealed)).rejects.toThrow();
});

test('given the same words twice, then what is stored differs', async () => {
  const sealer = createSealer(keys);
  const key = await sealer.newWrappedKey();
  expect(await sealer.seal(key, typed)).not.toBe(await sealer.seal(key, typed));
});
