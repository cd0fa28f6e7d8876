import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { TrailId } from '../../../../src/domain/ids.js';
import { hasKeyFile, openKeyFile, UnusableKeyFile } from '../../../../src/platform/storage/keys/key-file.js';
import { LostKey, type TrailKey } from '../../../../src/platform/storage/keys/key-store.js';
import { newKeyFile, stageKeys, testSealer } from '../../../support/test-sealer.js';

const other = new Uint8Array(32).fill(3);
const typed = { pupilName: 'Zébulon Quackelbeen' };
const keyAt = (slot: number): TrailKey => ({ trailId: randomUUID() as TrailId, slot });

describe('what is sealed', () => {
  it('opens under the key of its own trail, and no other', async () => {
    const sealer = testSealer();
    const [own, others] = [keyAt(1), keyAt(2)];
    expect([await sealer.makeKey(own), await sealer.makeKey(others)]).toEqual([true, true]);
    const sealed = await sealer.seal(own, 'draft:1', typed);
    expect(await sealer.open(own, 'draft:1', sealed)).toEqual(typed);
    await expect(sealer.open(others, 'draft:1', sealed)).rejects.toThrow();
    expect(await sealer.open(null, 'draft:1', sealed)).toBeNull();
  });

  it('opens in its own row only: put into another of the same trail, it is refused', async () => {
    const sealer = testSealer();
    const key = keyAt(1);
    await sealer.makeKey(key);
    const first = await sealer.seal(key, 'file:1:1', typed);
    await expect(sealer.open(key, 'file:1:2', first)).rejects.toThrow('not sealed for this row');
  });

  it('opens under no other key of the environment, and from no other slot', async () => {
    const path = newKeyFile();
    const [sealer, stranger] = [testSealer(stageKeys, path), testSealer({ ...stageKeys, data: other }, path)];
    const key = keyAt(1);
    await sealer.makeKey(key);
    const sealed = await sealer.seal(key, 'draft:1', typed);
    await expect(stranger.open(key, 'draft:1', sealed)).rejects.toThrow();
    await expect(sealer.open({ ...key, trailId: keyAt(1).trailId }, 'draft:1', sealed)).rejects.toThrow();
  });

  it('the same words twice differ', async () => {
    const sealer = testSealer();
    const key = keyAt(1);
    await sealer.makeKey(key);
    expect(await sealer.seal(key, 'draft:1', typed)).not.toBe(await sealer.seal(key, 'draft:1', typed));
  });

  it('opens never again once its key is destroyed, and takes nothing more', async () => {
    const path = newKeyFile();
    const sealer = testSealer(stageKeys, path);
    const [gone, stays] = [keyAt(3), keyAt(4)];
    for (const key of [gone, stays]) await sealer.makeKey(key);
    const before = readFileSync(path);
    const sealed = await sealer.seal(gone, 'draft:1', typed);
    await sealer.destroyKey(gone);
    expect(await sealer.open(gone, 'draft:1', sealed)).toBeNull();
    expect(sealer.isDestroyed(gone)).toBe(true);
    await expect(sealer.seal(gone, 'draft:1', typed)).rejects.toThrow('this trail was erased');
    // Nothing is left of it on disk, the key beside it stands, and its place is given to nobody.
    expect(readFileSync(path).subarray(3 * 128 + 1, 4 * 128)).toEqual(Buffer.alloc(127));
    expect(before.subarray(3 * 128 + 1, 4 * 128)).not.toEqual(Buffer.alloc(127));
    expect(sealer.isDestroyed(stays)).toBe(false);
    expect(await sealer.makeKey(keyAt(3))).toBe(false);
  });

  it('a key is not destroyed in the name of another trail', async () => {
    const sealer = testSealer();
    const key = keyAt(1);
    await sealer.makeKey(key);
    await sealer.destroyKey({ ...key, trailId: keyAt(1).trailId });
    expect(sealer.isDestroyed(key)).toBe(false);
    expect(await sealer.makeKey(keyAt(1))).toBe(false);
  });

  it('under a new key of the environment, a key of before opens and is sealed anew in its place', async () => {
    const path = newKeyFile();
    const key = keyAt(1);
    await testSealer(stageKeys, path).makeKey(key);
    const sealed = await testSealer(stageKeys, path).seal(key, 'draft:1', typed);
    const both = testSealer({ ...stageKeys, data: other, formerData: stageKeys.data }, path);
    expect(await both.open(key, 'draft:1', sealed)).toEqual(typed);
    expect([await both.renewKey(key), await both.renewKey(key)]).toEqual([true, false]);
    expect(await testSealer({ ...stageKeys, data: other }, path).open(key, 'draft:1', sealed)).toEqual(typed);
    await expect(testSealer(stageKeys, path).open(key, 'draft:1', sealed)).rejects.toThrow();
  });
});

describe('the key file', () => {
  it('is made once, readable by its owner only, and found again', () => {
    const path = newKeyFile();
    expect(hasKeyFile(path)).toBe(false);
    const [first, second] = [openKeyFile(path), openKeyFile(path)];
    expect(second.id).toBe(first.id);
    expect(openKeyFile(newKeyFile()).id).not.toBe(first.id);
    first.check();
    for (const file of [first, second]) file.close();
  });

  it('that is older than the database says so: a key is not taken for erased', async () => {
    const sealer = testSealer();
    await expect(sealer.open(keyAt(7), 'draft:1', 'x')).rejects.toThrow(LostKey);
  });

  it('another file is no key file', () => {
    expect(() => openKeyFile('package.json')).toThrow(UnusableKeyFile);
  });
});
