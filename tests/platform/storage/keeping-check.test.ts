import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { prepareDirectory, type DataDirectory } from '../../../src/platform/storage/embedded/data-directory.js';
import { keepingCheck } from '../../../src/platform/storage/embedded/keeping-check.js';
import { newFolder } from '../../support/folder.js';

describe('whether the folder of the embedded database keeps what it is given', () => {
  let folder: ReturnType<typeof newFolder>;
  let directory: DataDirectory;
  let now = 0;
  beforeEach(() => {
    folder = newFolder();
    directory = prepareDirectory(join(folder.path, 'data'));
    mkdirSync(directory.database);
    writeFileSync(directory.readyMarker, '{}');
    now = 0;
  });
  afterEach(() => folder.remove());

  it('is well, and leaves nothing behind', async () => {
    const before = readdirSync(directory.root);
    await keepingCheck(directory)();
    expect(readdirSync(directory.root)).toEqual(before);
  });

  it('is not when the folder is gone, and is again when it is back; tried every ten seconds at most', async () => {
    const check = keepingCheck(directory, () => now);
    await check();
    renameSync(directory.root, `${directory.root}-away`);
    now = 9_999;
    await expect(check()).resolves.toBeUndefined();
    now = 10_000;
    await expect(check()).rejects.toMatchObject({ code: 'ENOENT' });
    renameSync(`${directory.root}-away`, directory.root);
    now = 20_000;
    await expect(check()).resolves.toBeUndefined();
  });
});
