import { join } from 'node:path';
import { openKeyFile } from '../../src/platform/storage/keys/key-file.js';
import { createSealer, type Keys, type Sealer } from '../../src/platform/storage/keys/seal.js';
import { atEndOfProcess } from './at-end-of-file.js';
import { newFolder } from './folder.js';

/** The keys under which every stage seals; a kept database of an earlier version opens with the same (databases/). */
export const stageKeys = {
  data: new Uint8Array(32).fill(1),
  index: new Uint8Array(32).fill(2),
  formerData: null,
};

let made = 0;
let folder: string | null = null;

/** Where a key file of its own can stand until this process ends. */
export function newKeyFile(): string {
  if (folder === null) {
    const { path, remove } = newFolder();
    atEndOfProcess(async () => remove());
    folder = path;
  }
  return join(folder, `trail-keys-${++made}`);
}

/** A sealer with a key file of its own, or with the one at `path`, until this process ends. */
export function testSealer(keys: Keys = stageKeys, path: string = newKeyFile()): Sealer {
  return createSealer(keys, openKeyFile(path));
}
